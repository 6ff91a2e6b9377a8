import { createRoster } from "../adapters/memory/roster.ts";
import type { Conversation } from "../conversation/state.ts";
import type { Deps } from "../deps.ts";
import { createPlaces } from "../pipeline/places.ts";
import { createQueues, type QueueMove, type Queues } from "../pipeline/queues.ts";
import type { Listeners } from "../ports/listeners.ts";
import type { Roster } from "../ports/roster.ts";
import type { Gateway } from "./context.ts";
import { hearNodes } from "./hear-nodes.ts";
import { endInTurn, resyncInTurn } from "./in-turn.ts";
import { createRooms } from "./rooms.ts";
import { endAllSignedOut } from "./signed-out.ts";
import type { Sockets } from "./sockets.ts";
import { createSpread } from "./spread.ts";

/** Everyone who is told of what happens: this node's sockets, and those of the other nodes where there are any. */
export type Audience = {
  listeners: Listeners;
  /** Those of this node alone. */
  here: Listeners;
  roster: Roster;
  queues: Queues;
  /** Takes in that a queue moved, and tells the other nodes. */
  moved(move: QueueMove): void;
  /** Tells the other nodes that what they remember of a conversation is old: no event tells them, nor does its number. */
  changedUnseen(conversation: Conversation): void;
  /** Begins to hear the other nodes. */
  open(gateway: Gateway): Promise<void>;
  /** Sends this node's clients to the others, where there are any: not all at once. */
  disperse(): Promise<void>;
  close(): Promise<void>;
};

/** With `deps.nodes` all of it is of the whole deployment, without of this process. */
export function createAudience(deps: Deps, sockets: Sockets): Audience {
  const { clock, nodes } = deps;
  const spread = nodes && createSpread(nodes, clock);
  const here = createRooms(sockets.shoppers, sockets.agents);
  const listeners = spread ? createRooms(sockets.shoppers, sockets.agents, spread) : here;
  const roster = createRoster(clock, nodes);
  const queues = createQueues(deps.store);
  const moved = createPlaces({ deps, here, queues, roster });
  const resync = () => {
    resyncInTurn(sockets, clock);
    void endAllSignedOut(deps, sockets.agents);
  };
  return {
    listeners,
    here,
    roster,
    queues,
    moved(move) {
      moved(move);
      spread?.moved(move);
    },
    changedUnseen({ shop, id }) {
      spread?.forget(shop, id);
    },
    async open(gateway) {
      if (spread) await nodes.open(hearNodes({ gateway, sockets, nodes, spread, moved, resync }));
    },
    async disperse() {
      if (nodes && nodes.others().length > 0) await endInTurn(sockets, clock);
    },
    close: async () => nodes?.close(),
  };
}
