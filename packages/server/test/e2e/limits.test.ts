import { afterEach, expect, test } from "vitest";
import { type Booted, boot } from "../support/boot.ts";
import { sameShopper, shopper } from "../support/people.ts";
import { openShop } from "../support/shop.ts";

let booted: Booted;
afterEach(() => booted.close());

const hello = { content: { kind: "text", text: "你好" } };

test("PL15 who sends too fast is told how long to wait, and the same message then gets through", async () => {
  booted = await boot(({ limits }) => ({ limits: { ...limits, messages: { burst: 2, perSecond: 1 } } }));
  const lin = await shopper(booted, await openShop(booted));
  await lin.open();
  await lin.says("一");
  await lin.says("二");
  const refused = await lin.tries("message.send", hello, "third");
  expect(refused).toEqual({
    ok: false,
    error: expect.objectContaining({ code: "rate_limited", retryable: true, retryAfterMs: 1000 }),
  });
  expect(lin.socket.connected).toBe(true);
  booted.clock.advance(1000);
  expect((await lin.tries("message.send", hello, "third")).ok).toBe(true);
  await lin.isUpToDate();
  lin.close();
});

test("PL19 whatever of a shopper's is stored goes at the pace of messages; reading does not", async () => {
  booted = await boot(({ limits }) => ({ limits: { ...limits, messages: { burst: 4, perSecond: 1 } } }));
  const lin = await shopper(booted, await openShop(booted));
  await lin.open();
  for (const type of ["handoff.request", "handoff.cancel", "handoff.request", "handoff.cancel"]) await lin.does(type);
  const wait = { ok: false, error: expect.objectContaining({ code: "rate_limited", retryAfterMs: 1000 }) };
  expect(await lin.tries("handoff.request")).toEqual(wait);
  expect(await lin.tries("message.send", hello)).toEqual(wait);
  expect(await lin.tries("rating.give", { score: 5 })).toEqual(wait);
  for (let n = 0; n < 8; n++) {
    expect((await lin.tries("message.read", { seq: n })).ok).toBe(true);
    await lin.open();
  }
  const consults = ["hoodie", "thermos", "hoodie", "thermos"];
  for (const productId of consults) await lin.open({ consult: { productId } });
  expect(await lin.command("conversation.open", { consult: { productId: "hoodie" } })).toEqual(wait);
  expect(await lin.command("conversation.open", { fresh: true })).toEqual(wait);
  booted.clock.advance(1000);
  await lin.does("handoff.request");
  lin.close();
});

test("PL16 waiting outlives the server: who queued before a restart is told in time after it", async () => {
  booted = await boot();
  const shop = await openShop(booted);
  const before = await shopper(booted, shop);
  await before.open();
  await before.does("handoff.request");
  before.close();
  await booted.restart();
  const lin = await sameShopper(booted, before);
  await lin.open();
  expect(lin.view().summary.floor).toBe("queued");
  booted.clock.advance(5 * 60_000);
  await lin.seesEvent("handoff.timedOut");
  await lin.isUpToDate();
  lin.close();
});
