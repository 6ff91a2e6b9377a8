import { afterEach, expect, it, vi } from "vitest";
import { createHarness, shown } from "../../test/harness.ts";
import { createStore } from "./store.ts";

afterEach(() => {
  vi.useRealTimers();
});

it("CL73 a listener that throws is reported, and the others hear and the state changes all the same", () => {
  vi.useFakeTimers();
  const store = createStore({ count: 0 });
  const heard: number[] = [];
  store.subscribe(() => {
    throw new Error("the page's own");
  });
  store.subscribe(({ count }) => heard.push(count));
  store.set({ count: 1 });
  expect(store.state.count).toBe(1);
  expect(heard).toEqual([1]);
  expect(() => vi.runAllTimers()).toThrow("the page's own");
});

it("CL73 a listener that throws at every change keeps no message from being shown and sent", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const { clock, server, shopper, bot } = createHarness();
  const { client } = shopper();
  client.subscribe(() => {
    throw new Error("the page's own");
  });
  void client.open();
  await clock.advance(100);
  client.send("有货吗");
  await clock.advance(100);
  bot("c1", "有");
  await clock.advance(100);
  expect(shown(client.state)).toEqual(["有货吗", "有"]);
  expect(server.received.filter(({ type }) => type === "message.send")).toHaveLength(1);
  vi.clearAllTimers();
});
