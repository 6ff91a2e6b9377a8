import { expect, test } from "vitest";
import { emptyConversation } from "../conversation/state.ts";
import type { Store } from "../ports/store.ts";
import { createConversations } from "./conversations.ts";

const conversation = (id: string) =>
  emptyConversation({ id, shop: "s", shopper: { id: "p", verified: false }, channel: "web", createdAt: 0 });

function counting() {
  const asked: string[] = [];
  const store: Pick<Store, "load"> = {
    load: async (_shop, id) => {
      asked.push(id);
      return conversation(id);
    },
  };
  return { asked, store: store as Store };
}

test("what was used of late is known without the store, what was not is asked for again", async () => {
  const { asked, store } = counting();
  const conversations = createConversations(store, 10);
  for (let n = 0; n < 100; n++) {
    await conversations.load("s", "often");
    await conversations.load("s", `once ${n}`);
  }
  expect(asked.filter((id) => id === "often")).toHaveLength(1);
  await conversations.load("s", "once 0");
  expect(asked.filter((id) => id === "once 0")).toHaveLength(2);
  await conversations.load("s", "once 99");
  expect(asked.filter((id) => id === "once 99")).toHaveLength(1);
});

test("what is kept replaces what was known; what is forgotten is asked for", async () => {
  const { asked, store } = counting();
  const conversations = createConversations(store, 4);
  await conversations.load("s", "a");
  for (const id of ["b", "c"]) await conversations.load("s", id);
  conversations.keep({ ...conversation("a"), seq: 7 });
  expect((await conversations.load("s", "a"))?.seq).toBe(7);
  conversations.forget("s", "a");
  expect((await conversations.load("s", "a"))?.seq).toBe(0);
  expect(asked).toEqual(["a", "b", "c", "a"]);
  conversations.forgetAll();
  await conversations.load("s", "c");
  expect(asked).toEqual(["a", "b", "c", "a", "c"]);
});
