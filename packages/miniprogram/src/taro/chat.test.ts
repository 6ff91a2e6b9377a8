import type { Result, ShopperState, Uploaded, Yiwen } from "@yiwen/miniprogram";
import { expect, test, vi } from "vitest";
import { createChat } from "./chat.ts";

vi.mock("@yiwen/miniprogram", () => ({ limits: { messageLength: 4000 } }));

/** An instance that does nothing by itself: its uploads end and its shopper changes when the test says so. */
function scripted() {
  let tell: (state: ShopperState) => void = () => {};
  const state: ShopperState = { connection: "online", pending: [], cards: { products: {}, orders: {} } };
  const refused = { ok: false, error: { code: "rate_limited", message: "", retryable: true } } as const;
  const uploads: ((result: Result<Uploaded>) => void)[] = [];
  const notify = Promise.withResolvers<"accepted">();
  const client = {
    state,
    subscribe(listener: typeof tell) {
      tell = listener;
    },
    send: vi.fn(),
    requestHandoff: async () => refused,
  };
  const yiwen = {
    client,
    person: 0,
    upload: () => new Promise<Result<Uploaded>>((done) => uploads.push(done)),
    askToNotify: () => notify.promise,
  };
  return {
    yiwen,
    client,
    uploads,
    notify,
    tell: () => tell({ ...state }),
    chat: createChat(yiwen as unknown as Yiwen),
  };
}

const uploaded = { ok: true, data: { uploadId: "u1", width: 4, height: 3 } } as const;
const settled = () => new Promise((done) => setTimeout(done));

test("MP54 what one person was sending, was refused and agreed to is gone when another is there", async () => {
  const { yiwen, client, uploads, notify, tell, chat } = scripted();
  chat.sendPictures([{ path: "one" }, { path: "two" }]);
  chat.requestHandoff();
  await settled();
  expect(chat.state).toMatchObject({ refusal: "rate_limited", uploads: [{ path: "one" }, { path: "two" }] });
  yiwen.person++;
  tell();
  expect(chat.state).toMatchObject({ person: 1, uploads: [], willNotify: false });
  expect(chat.state.refusal).toBeUndefined();
  uploads[0]?.(uploaded);
  notify.resolve("accepted");
  await settled();
  expect(client.send).not.toHaveBeenCalled();
  expect(uploads).toHaveLength(1);
  expect(chat.sizeOf("u1")).toBeUndefined();
  expect(chat.state.willNotify).toBe(false);
});

test("MP54 what is on its way goes on while the person is the same", async () => {
  const { client, uploads, tell, chat } = scripted();
  chat.sendPictures([{ path: "one" }]);
  tell();
  uploads[0]?.(uploaded);
  await settled();
  expect(client.send).toHaveBeenCalledExactlyOnceWith({ kind: "image", uploadId: "u1" });
  expect(chat.state.uploads).toEqual([]);
});
