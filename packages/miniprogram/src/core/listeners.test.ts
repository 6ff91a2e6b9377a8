import type { PublicShop, ShopperState, Transport } from "@yiwen/shared";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStandingClient } from "./client.ts";
import { createKnownShop } from "./known-shop.ts";
import { createUnread } from "./unread.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  // Each listener's fault reaches WeChat as an error that nobody catches.
  expect(() => vi.runOnlyPendingTimers()).toThrow("the host's own");
  vi.clearAllTimers();
  vi.useRealTimers();
});

const fails = () => {
  throw new Error("the host's own");
};

test("CL73 a listener of the shop that throws keeps no sign-in from the others, now or later", () => {
  const known = createKnownShop();
  const heard = vi.fn();
  known.subscribe(fails);
  known.subscribe(heard);
  known.set({ name: "shop" } as PublicShop);
  expect(heard).toHaveBeenCalledOnce();
  expect(known.subscribe(fails)).toBeTypeOf("function");
});

test("CL73 a listener of the unread count that throws keeps it from nobody else", () => {
  const { unread, take } = createUnread({ keys: () => [], get: () => null, set() {}, remove() {} }, "pk");
  const heard = vi.fn();
  unread.subscribe(fails);
  unread.subscribe(heard);
  const summary = { floor: "bot", asked: 1, unread: { shopper: 2 } };
  take({ thread: { view: { summary } } } as ShopperState);
  expect(heard).toHaveBeenCalledExactlyOnceWith(2);
});

test("CL73 a listener of the client that throws stops neither it nor the others", () => {
  const connect = vi.fn();
  const transport: Transport = { connect, send: async () => ({ ok: true, data: {} }), signal() {}, close() {} };
  const storage = { keys: () => [], get: () => null, set() {}, remove() {} };
  const token = async () => ({ token: "t", scope: "s" });
  const { client } = createStandingClient(
    () => ({ transport, storage, token }),
    () => "en",
  );
  const heard = vi.fn();
  client.subscribe(fails);
  client.subscribe(heard);
  void client.open();
  expect(heard).toHaveBeenCalled();
  expect(client.state.connection).toBe("connecting");
});
