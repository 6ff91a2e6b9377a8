import type { QueueMove } from "../pipeline/queues.ts";
import type { Clock } from "../ports/clock.ts";
import type { Viewer } from "../ports/listeners.ts";
import type { Nodes } from "../ports/nodes.ts";
import { rosterKey } from "../ports/roster.ts";
import type { Spread } from "./rooms.ts";

/** Where the nodes post which of their agents look at a conversation. */
export const viewersKey = (shop: string, conversation: string) => `viewers ${shop} ${conversation}`;

/** What one node tells the others; each is the first word of a head, and tabs stand between its words. */
export const heads = {
  event: "event",
  signal: "signal",
  end: "end",
  /** Is anyone in this room? */
  ask: "ask",
  answer: "answer",
  move: "move",
  /** What is remembered of a conversation is old. */
  forget: "forget",
} as const;

/** How long the other nodes may take to say whether a shopper is with them, in milliseconds. */
const patienceMs = 1000;

/** What goes from this node to the others. */
export type NodeSpread = Spread & {
  moved(move: QueueMove): void;
  forget(shop: string, conversation: string): void;
  /** Takes what another node says about a room. */
  answered(from: string, question: string, isThere: boolean): void;
};

/** Reaches the other nodes' sockets, and asks who is with them. */
export function createSpread(nodes: Nodes, clock: Clock): NodeSpread {
  const questions = new Map<string, { waitsFor: Set<string>; settle(isThere: boolean): void }>();
  let asked = 0;

  return {
    frame(name, namespace, rooms, text) {
      nodes.tell([heads[name], namespace, ...rooms].join("\t"), text);
    },
    end(rooms) {
      nodes.tell([heads.end, ...rooms].join("\t"));
    },
    moved(move) {
      nodes.tell(heads.move, JSON.stringify(move));
    },
    forget(shop, conversation) {
      nodes.tell([heads.forget, shop, conversation].join("\t"));
    },
    has(room) {
      const waitsFor = new Set(nodes.others());
      if (waitsFor.size === 0) return Promise.resolve(false);
      const question = String(++asked);
      return new Promise((resolve) => {
        const settle = (isThere: boolean) => {
          cancel();
          questions.delete(question);
          resolve(isThere);
        };
        const cancel = clock.after(patienceMs, () => settle(false));
        questions.set(question, { waitsFor, settle });
        nodes.tell([heads.ask, question, room].join("\t"));
      });
    },
    answered(from, question, isThere) {
      const open = questions.get(question);
      open?.waitsFor.delete(from);
      if (open && (isThere || open.waitsFor.size === 0)) open.settle(isThere);
    },
    hasAgents: (shop) => nodes.posted(rosterKey(shop)).length > 0,
    viewers: (shop, conversation) => nodes.posted(viewersKey(shop, conversation)).flat() as Viewer[],
  };
}
