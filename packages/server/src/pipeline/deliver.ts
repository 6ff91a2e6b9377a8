import type { By, ServerSignal, Summary } from "@yiwen/shared";
import type { Conversation } from "../conversation/state.ts";
import { toWire } from "../conversation/wire.ts";
import type { Deps } from "../deps.ts";
import type { Listeners } from "../ports/listeners.ts";
import type { CommittedAppend } from "./commit.ts";
import { moveOf, type QueueMove } from "./queues.ts";

/** Changes of one row within this time are told to the inbox once, in milliseconds. */
const inboxEveryMs = 100;

type World = {
  deps: Deps;
  listeners: Listeners;
  /** Takes in that a queue moved. */
  moved(move: QueueMove): void;
  /** Takes in that a conversation changed and no event tells of it. */
  changedUnseen(conversation: Conversation): void;
};

/** Tells each audience what was committed, and nothing that was not. */
export function createDeliver(world: World): (committed: CommittedAppend) => void {
  const tellInbox = createInboxTeller(world);
  return (committed) => {
    const { next, previous, events, effects } = committed;
    const { listeners } = world;
    for (const event of events) {
      const forShopper = toWire(next.id, event, "everyone");
      if (forShopper) listeners.eventToShopper(next, forShopper);
      const forAgents = toWire(next.id, event, "agents");
      if (forAgents) listeners.eventToFollowers(next.shop, forAgents);
    }
    if (effects.some(({ kind }) => kind === "lookUpOrders" || kind === "askModel")) tellThinking(listeners, next);
    if (events.length > 0) tellInbox(next, changedHands(previous.views.agents, next.views.agents));
    else if (next !== previous) world.changedUnseen(next);
    const move = moveOf(committed);
    if (move) world.moved(move);
  };
}

function changedHands(before: Summary, now: Summary): boolean {
  return before.floor !== now.floor || before.agent?.id !== now.agent?.id;
}

/** The answer takes a look-up: show that the bot is at it. */
function tellThinking(listeners: Listeners, conversation: Conversation): void {
  const by: By = { kind: "bot" };
  listeners.signalShopper(conversation, { conversationId: conversation.id, type: "typing", data: { by, on: true } });
}

/** A change of floor is told at once, the rest in one breath; a shop without agents is told nothing. */
function createInboxTeller({ deps, listeners }: World): (state: Conversation, isUrgent: boolean) => void {
  const waiting = new Map<string, Conversation>();
  const tell = ({ shop, shopper, views }: Conversation, isUrgent = false) => {
    const signal: ServerSignal = { type: "inbox.changed", data: { row: { shopper, conversation: views.agents } } };
    // The queue and every change of hands are everyone's business, the rest is told to whose list shows it.
    if (isUrgent || views.agents.floor === "queued") listeners.signalAgents(shop, signal);
    else listeners.signalInterested(shop, views.agents.agent?.id, signal);
  };
  return (state, isUrgent) => {
    const { asked, floor } = state.views.agents;
    // Whoever never asked is in no list, but may just have left one: the queue, or an agent's own.
    if (!isUrgent && asked === 0 && floor === "bot") return;
    // Who just came to another node is perhaps not known of yet, and must not miss one who waits.
    if (!isUrgent && floor !== "queued" && !listeners.hasAgents(state.shop)) return;
    const key = `${state.shop}/${state.id}`;
    if (isUrgent) {
      waiting.delete(key);
      tell(state, true);
      return;
    }
    if (!waiting.has(key)) {
      deps.clock.after(inboxEveryMs, () => {
        const latest = waiting.get(key);
        waiting.delete(key);
        if (latest) tell(latest);
      });
    }
    waiting.set(key, state);
  };
}
