import { namespaces } from "@yiwen/shared";
import type { QueueMove } from "../pipeline/queues.ts";
import type { Hearing, Nodes } from "../ports/nodes.ts";
import { tellPresence, tellViewersHere } from "./agent-commands.ts";
import type { Gateway } from "./context.ts";
import { conversationRoom, write } from "./rooms.ts";
import type { Sockets } from "./sockets.ts";
import { heads, type NodeSpread } from "./spread.ts";

type World = {
  gateway: Gateway;
  sockets: Sockets;
  nodes: Nodes;
  spread: NodeSpread;
  moved(move: QueueMove): void;
  /** Makes this node's sockets look for what they missed, and ends those that should have been. */
  resync(): void;
};

/** Passes on to this node's sockets what the other nodes tell, and keeps what this node remembers true to it. */
export function hearNodes({ gateway, sockets, nodes, spread, moved, resync }: World): Hearing {
  const { conversations, queues, roster } = gateway.pipeline;

  function frame(isEvent: boolean, [namespace, ...rooms]: string[], text: string): void {
    const side = namespace === namespaces.agent ? sockets.agents : sockets.shoppers;
    if (isEvent) for (const room of rooms) forget(room);
    write(side, rooms, text);
  }

  /** The room of those who follow a conversation is told of all its events. */
  function forget(room: string): void {
    const [kind, shop, conversation] = room.split("/");
    if (shop && conversation && room === conversationRoom(shop, conversation) && kind) {
      conversations.forget(shop, conversation);
    }
  }

  return {
    told(from, head, body) {
      const [kind, ...words] = head.split("\t");
      const [first = "", second = "", third = ""] = words;
      switch (kind) {
        case heads.event:
        case heads.signal:
          return frame(kind === heads.event, words, body);
        case heads.end:
          for (const side of [sockets.shoppers, sockets.agents]) side.in(words).disconnectSockets(true);
          return;
        case heads.move:
          return moved(JSON.parse(body) as QueueMove);
        case heads.forget:
          return conversations.forget(first, second);
        case heads.ask: {
          const isThere = sockets.shoppers.adapter.rooms.has(second);
          return nodes.tell([heads.answer, from, first, isThere ? "yes" : "no"].join("\t"));
        }
        case heads.answer:
          if (first === nodes.me) spread.answered(from, second, third === "yes");
      }
    },
    changed(key) {
      const [what, shop = "", conversation = ""] = key.split(" ");
      if (what === "viewers") tellViewersHere(gateway, shop, conversation);
      if (what !== "roster") return;
      roster.heard(shop);
      tellPresence(gateway, shop);
    },
    missed() {
      conversations.forgetAll();
      queues.reload();
      resync();
    },
  };
}
