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
