import { evolve } from "../../src/conversation/evolve.ts";
import { type Conversation, emptyConversation } from "../../src/conversation/state.ts";
import type { StoredEvent } from "../../src/conversation/stored.ts";
import type { Store } from "../../src/ports/store.ts";

/** How many write at once, each so many decisions of two events to a conversation of their own. */
export type Work = { name: string; writers: number; decisions: number };

const words = "有没有保温杯？可以开发票吗？ 😀 ";

/** Writes, and tells of each decision once it is acknowledged: `<conversation> <last seq>`. */
export async function writeConversations(
  store: Store,
  work: Work,
  acknowledged: (what: string) => void,
): Promise<void> {
  const { name, writers, decisions } = work;
  const write = async (writer: number) => {
    let state = await open(store, `${name}-${writer}`);
    for (let n = 0; n < decisions; n++) {
      const events = twoEvents(state, n);
      const next = events.reduce(evolve, state);
      const bodyHash = "0123456789abcdef0123456789abcdef";
      const command = { actor: "a", id: `${state.id}-${n}`, bodyHash, seq: next.seq };
      const common = { shop: "s", conversation: state.id, effects: [], settled: [] };
      await store.append({ ...common, previous: state, next, events, command });
      acknowledged(`${state.id} ${next.seq}`);
      state = next;
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
}

async function open(store: Store, id: string): Promise<Conversation> {
  const shopper = { id: `p-${id}`, verified: false };
  const fresh = emptyConversation({ id, shop: "s", shopper, channel: "web", createdAt: 1 });
  await store.openConversation({ shop: "s", shopper: shopper.id, channel: "web" }, fresh);
  return fresh;
}

/** One that everyone sees, one for agents; of different lengths, so that pages and sectors are cut anywhere. */
function twoEvents(state: Conversation, n: number): StoredEvent[] {
  const by = { kind: "shopper" as const, id: state.shopper.id };
  const text = words.repeat(1 + (n % 7) * 3);
  const [first, second] = [state.seq + 1, state.seq + 2];
  const content = { kind: "text" as const, text };
  return [
    {
      seq: first,
      shopperSeq: state.shopperSeq + 1,
      type: "message.sent",
      at: first,
      by,
      data: { id: `m${first}`, content },
    },
    { seq: second, shopperSeq: null, type: "message.noted", at: second, by, data: { id: `m${second}`, text } },
  ];
}
