import type { AgentReplies, ShopperProfile } from "../protocol.ts";
import type { Result } from "../result.ts";
import type { ConversationView } from "../view/conversation.ts";
import { unavailable } from "./connection.ts";
import { type Conversation, createConversation, type Surroundings } from "./conversation.ts";
import type { Paging } from "./thread.ts";
import type { AgentState } from "./types.ts";

type Reply = AgentReplies["conversation.open"];
type Followed = { conversation: Conversation; shopper?: ShopperProfile; last?: AgentState["threads"][string] };

/** The conversations an agent follows. */
export type Following = {
  /** The same object as long as nothing changed. */
  state(): AgentState["threads"];
  get(conversationId: string | undefined): Conversation | undefined;
  all(): Conversation[];
  follow(conversationId: string): Promise<Result<ConversationView>>;
  leave(conversationId: string): void;
};

/** Follows conversations until they are left, across reconnects. */
export function createFollowing(shared: Surroundings): Following {
  const followed = new Map<string, Followed>();
  let last: AgentState["threads"] = {};
  return {
    state() {
      const threads = Object.fromEntries(
        [...followed].flatMap(([id, one]) => {
          const thread = stateOf(one, shared.outbox.list);
          return thread ? [[id, thread] as const] : [];
        }),
      );
      const ids = Object.keys(threads);
      const isSame = ids.length === Object.keys(last).length && ids.every((id) => threads[id] === last[id]);
      if (!isSame) last = threads;
      return last;
    },
    get: (id) => followed.get(id ?? "")?.conversation,
    all: () => [...followed.values()].map((one) => one.conversation),
    async follow(id) {
      const one = followed.get(id) ?? start(shared, id, (it) => followed.get(id) === it);
      followed.set(id, one);
      const result = await one.conversation.sync();
      if (!result.ok && !one.shopper && followed.get(id) === one) followed.delete(id);
      return result;
    },
    leave(id) {
      followed.get(id)?.conversation.stop(unavailable);
      followed.delete(id);
      void shared.connection.ask("conversation.leave", {}, id);
      shared.outbox.settle([]);
      shared.changed();
    },
  };
}

function start(shared: Surroundings, conversationId: string, isFollowed: (one: Followed) => boolean): Followed {
  const { connection, cards } = shared;
  const one: Followed = {
    conversation: createConversation<Reply>(shared, {
      side: "agent",
      async open(input: Paging) {
        const reply = await connection.send({
          id: connection.newId(),
          type: "conversation.open",
          conversationId,
          input,
        });
        return isFollowed(one) ? (reply as Result<Reply> | undefined) : undefined;
      },
      older: (paging) => connection.ask("conversation.open", paging, conversationId),
      joined({ shopper }) {
        one.shopper = shopper;
        cards.wantOrders(shopper.orderIds, conversationId);
      },
    }),
  };
  return one;
}

function stateOf(one: Followed, list: Surroundings["outbox"]["list"]): Followed["last"] {
  const id = one.conversation.view?.summary.id;
  const thread = one.conversation.state(list.filter((entry) => entry.conversationId === id));
  if (!thread || !one.shopper) return undefined;
  const { last, shopper } = one;
  const isSame =
    last?.view === thread.view &&
    last.pending === thread.pending &&
    last.live === thread.live &&
    last.shopper === shopper;
  if (!isSame) one.last = { ...thread, shopper };
  return one.last;
}
