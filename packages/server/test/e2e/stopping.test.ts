import { afterAll, beforeAll, expect, test } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import { type Booted, boot } from "../support/boot.ts";
import { shopper } from "../support/people.ts";
import { openShop } from "../support/shop.ts";

let booted: Booted;
/** How long the database takes to store something, in real milliseconds. */
let slowMs = 0;
let beginsToStore = () => {};
let stored = 0;
beforeAll(async () => {
  booted = await boot(({ store }) => {
    const append: Store["append"] = async (one) => {
      beginsToStore();
      if (slowMs > 0) await new Promise((resolve) => setTimeout(resolve, slowMs));
      const result = await store.append(one);
      stored++;
      return result;
    };
    return { store: { ...store, append } };
  });
});
afterAll(() => booted.close());

test("HT47 a server that is being stopped waits for the commands that it took in", async () => {
  const lin = await shopper(booted, await openShop(booted));
  await lin.open();
  const before = stored;
  const begun = new Promise<void>((resolve) => {
    beginsToStore = resolve;
  });
  slowMs = 1000;
  lin.tries("handoff.request").catch(() => {});
  await begun;
  await booted.restart();
  expect(stored).toBe(before + 1);
  lin.close();
});

test("HT47 but not for ever: what takes longer than a second and a half is left", async () => {
  const lin = await shopper(booted, await openShop(booted));
  slowMs = 0;
  await lin.open();
  const before = stored;
  const begun = new Promise<void>((resolve) => {
    beginsToStore = resolve;
  });
  slowMs = 3000;
  lin.tries("handoff.request").catch(() => {});
  await begun;
  let isAnew = false;
  void booted.restart().then(() => {
    isAnew = true;
  });
  const passes = () => {
    booted.clock.advance(1500);
    return isAnew;
  };
  await expect.poll(passes).toBe(true);
  expect(stored).toBe(before);
  await expect.poll(() => stored).toBe(before + 1);
  lin.close();
});
