import { ShopSettings } from "@yiwen/shared/schema";
import { Value } from "typebox/value";
import { expect, test } from "vitest";
import type { Deps } from "../deps.ts";
import { importOrders } from "./import-orders.ts";

const row = {
  id: "o1",
  externalId: "u1",
  status: "paid",
  placedAt: "2026-07-02 09:30",
  total: "9.90",
  currency: "EUR",
  items: [{ title: "Mug", quantity: 1, price: "9.90" }],
};

/** What an import saves in a shop with these settings. */
async function saved(settings: object): Promise<{ placedAt: number }[]> {
  const orders: { placedAt: number }[] = [];
  const deps = {
    directory: { shop: async () => ({ settings: Value.Default(ShopSettings, settings) }) },
    shopData: {
      saveOrders: async (_: string, list: { order: { placedAt: number } }[]) =>
        orders.push(...list.map(({ order }) => order)),
    },
  } as unknown as Pick<Deps, "shopData" | "directory">;
  await importOrders(deps, "s", { text: JSON.stringify([row]), format: "json" });
  return orders;
}

test("IM17 an order's time without a zone is read on the shop's own clock", async () => {
  expect(await saved({ hours: { timeZone: "Europe/Berlin" } })).toMatchObject([
    { placedAt: Date.parse("2026-07-02T07:30Z") },
  ]);
  expect(await saved({})).toMatchObject([{ placedAt: Date.parse("2026-07-02T01:30Z") }]);
});
