import { limits } from "@yiwen/shared";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Booted, boot } from "../support/boot.ts";
import { agent, type Person, shopper } from "../support/people.ts";
import { openShop, shopperToken } from "../support/shop.ts";

let booted: Booted;
let shop: Awaited<ReturnType<typeof openShop>>;
let mei: Person<"agent">;
beforeAll(async () => {
  booted = await boot();
  shop = await openShop(booted);
  mei = await agent(booted, shop);
});
afterAll(async () => {
  mei.close();
  await booted.close();
});

async function post(token: string, events: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${booted.url}/v1/behaviours`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ events }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** What agents are shown of a shopper's behaviour. */
async function shown(lin: Person<"shopper">) {
  const reply = await mei.command("conversation.open", {}, { conversationId: lin.view().summary.id });
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.data;
}

async function newShopper(): Promise<Person<"shopper">> {
  const lin = await shopper(booted, shop);
  await lin.open();
  return lin;
}

const page = (id: string, at: number, path = "/pages/index") => ({ id, type: "page", at, data: { path } });

describe("behaviour", () => {
  test("BH1 what a shopper did is shown to agents, the latest first, with the cards of its products", async () => {
    const lin = await newShopper();
    const now = booted.clock.now();
    const events = [
      page("e1", now - 5000),
      { id: "e2", type: "product", at: now - 4000, data: { productId: "thermos", path: "/pages/product" } },
      { id: "e3", type: "stay", at: now - 1000, data: { ms: 3000, path: "/pages/product" } },
      { id: "e4", type: "addToCart", at: now - 2000, data: { productId: "thermos", quantity: 2 } },
      { id: "e5", type: "share", at: now - 3000, data: { productId: "hoodie" } },
    ];
    expect(await post(lin.token, events)).toEqual({
      status: 200,
      body: { ok: true, data: { stored: 5, rejected: [] } },
    });
    const { shopper: profile, cards } = await shown(lin);
    expect(profile.behaviours).toEqual([events[2], events[3], events[4], events[1], events[0]]);
    expect(cards.products.thermos?.title).toBe("不锈钢保温杯");
    expect(cards.products.hoodie?.title).toBe("山茶加绒连帽卫衣");
    lin.close();
  });

  test("BH2 an event that is sent again, in the same request or later, is kept once and as it was", async () => {
    const lin = await newShopper();
    const at = booted.clock.now() - 1000;
    await post(lin.token, [page("same", at), page("same", at, "/other")]);
    await post(lin.token, [page("same", at, "/third"), page("next", at - 1)]);
    const { behaviours } = (await shown(lin)).shopper;
    expect(behaviours).toEqual([page("same", at), page("next", at - 1)]);
    lin.close();
  });

  test("BH3 a bad event is named by its index and place, and the others are kept", async () => {
    const lin = await newShopper();
    const at = booted.clock.now() - 1000;
    const { status, body } = await post(lin.token, [
      page("good", at),
      { id: "b1", type: "product", at, data: {} },
      { id: "b2", type: "dance", at, data: {} },
      "nonsense",
      { id: "b3", type: "stay", at, data: { ms: -1 } },
      { id: "with spaces", type: "share", at, data: {} },
      { id: "odd", type: "share", at, data: { path: "/\u0000p\ud800", colour: "blue" }, extra: 1 },
    ]);
    expect(status).toBe(200);
    expect(body.data).toEqual({
      stored: 2,
      rejected: [
        expect.objectContaining({ index: 1, path: expect.stringMatching(/^\/data/) }),
        expect.objectContaining({ index: 2, path: "/type" }),
        expect.objectContaining({ index: 3, path: "/type" }),
        expect.objectContaining({ index: 4, path: "/data/ms" }),
        expect.objectContaining({ index: 5, path: "/id" }),
      ],
    });
    const { behaviours } = (await shown(lin)).shopper;
    expect(behaviours).toContainEqual({ id: "odd", type: "share", at, data: { path: "/p\ufffd" } });
    expect(behaviours).toHaveLength(2);
    lin.close();
  });

  test("BH4 what is said to happen later than now happened now", async () => {
    const lin = await newShopper();
    const now = booted.clock.now();
    await post(lin.token, [page("future", now + 86_400_000)]);
    expect((await shown(lin)).shopper.behaviours).toEqual([page("future", now)]);
    lin.close();
  });

  test("BH5 of each shopper the latest 500 are kept, and nobody loses another's", async () => {
    const [lin, other] = [await newShopper(), await newShopper()];
    const start = booted.clock.now() - 1_000_000;
    await post(other.token, [page("theirs", 1)]);
    const total = limits.behavioursKept + 30;
    const all = Array.from({ length: total }, (_, n) => page(`n${n}`, start + n));
    for (let n = 0; n < total; n += limits.behaviourBatch)
      await post(lin.token, all.slice(n, n + limits.behaviourBatch));
    const { id } = (await shown(lin)).shopper;
    const kept = await booted.deps.behaviours.latest(shop.id, id, 1000);
    expect(kept).toEqual(all.slice(-limits.behavioursKept).reverse());
    expect((await shown(other)).shopper.behaviours).toEqual([page("theirs", 1)]);
    lin.close();
    other.close();
  });

  test("BH6 only a shopper's own token may tell, at most 100 events at once", async () => {
    const at = booted.clock.now();
    expect((await post("nobody", [page("x", at)])).status).toBe(401);
    expect((await post(mei.token, [page("x", at)])).status).toBe(401);
    const token = await shopperToken(booted, shop);
    const many = Array.from({ length: 101 }, (_, n) => page(`m${n}`, at));
    expect((await post(token, many)).body).toMatchObject({ error: { code: "invalid_input", path: "/events" } });
    expect((await post(token, [])).body).toMatchObject({ error: { code: "invalid_input" } });
  });
});
