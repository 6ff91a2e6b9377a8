import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Deps } from "../deps.ts";
import { accept } from "../http/plugins/errors.ts";
import { decodeText } from "../imports/decode-text.ts";
import type { Shop } from "../ports/directory.ts";
import type { WechatApp } from "../ports/wechat.ts";
import { createAgent } from "../shop/create-agent.ts";
import { createShop } from "../shop/create-shop.ts";
import { importCatalogue } from "../shop/import-catalogue.ts";
import { importKnowledge } from "../shop/import-knowledge.ts";
import { importOrders } from "../shop/import-orders.ts";
import { readSettings } from "../shop/read-settings.ts";
import { readDocuments } from "./imports.ts";

/** The demo shop's public key, as its pages name it. */
const publicKey = "pk_demo";

/** The demo's agents; everyone who sees the screen may sign in as them. */
export const demoAgents = [
  { email: "lin@demo.shop", name: "林晓", role: "agent", password: "camellia-lin" },
  { email: "zhou@demo.shop", name: "周舟", role: "agent", password: "camellia-zhou" },
  { email: "he@demo.shop", name: "何静", role: "supervisor", password: "camellia-he" },
] as const;

/**
 * Finds the demo shop; the first time founds it, with goods, orders, policies and agents. With `wechatApp` it is open in
 * that mini-program.
 */
export async function prepareDemo(deps: Deps, folder: string, wechatApp?: WechatApp): Promise<Shop> {
  const find = () => deps.directory.shopByPublicKey(publicKey);
  // Of two that start at once on one database the second finds what the first has founded.
  const shop = (await find()) ?? (await found(deps, folder).catch(async (error) => (await find()) ?? reject(error)));
  // Agents are made last: where they are, nothing is missing, even when an earlier start was cut short.
  const isComplete = (await deps.directory.agents(shop.id)).length >= demoAgents.length;
  if (!isComplete) {
    await fillDemo(deps, shop.id, folder);
    for (const agent of demoAgents) await createAgent(deps, { ...agent, shop: shop.id });
  }
  if (wechatApp) await deps.directory.saveWechatApp(shop.id, wechatApp);
  return shop;
}

function reject(error: unknown): never {
  throw error;
}

async function found(deps: Deps, folder: string): Promise<Shop> {
  const { name, settings } = JSON.parse(await readFile(join(folder, "settings.json"), "utf8"));
  const { shop } = await createShop(deps, { name, publicKey, settings: accept(readSettings(settings)) });
  return shop;
}

/** Imports the demo's goods, orders and policies into a shop. */
export async function fillDemo(deps: Deps, shop: string, folder: string): Promise<void> {
  const file = async (name: string) => ({
    text: decodeText(await readFile(join(folder, name))),
    format: "json" as const,
  });
  await importCatalogue(deps, shop, await file("catalogue.json"));
  await importOrders(deps, shop, await file("orders.json"));
  await importKnowledge(deps.shopData, shop, await readDocuments(join(folder, "policies")));
}
