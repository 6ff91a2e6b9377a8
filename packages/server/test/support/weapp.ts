import type { Result, ShopperSession } from "@yiwen/shared";
import { SignJWT } from "jose";
import { createWechat } from "../../src/adapters/wechat/wechat.ts";
import type { Shop } from "../../src/ports/directory.ts";
import { type Booted, boot } from "./boot.ts";
import { type ScriptedWechat, startWechatServer } from "./wechat-server.ts";

/** The mini-program of a shop in tests. */
export const weappOf = (shop: Shop) => ({ appId: `wx${shop.id}`, appSecret: `secret-of-${shop.id}` });

/** A whole server, and WeChat as its script says. */
export async function bootWithWechat(
  change: Parameters<typeof boot>[0] = () => ({}),
): Promise<{ booted: Booted; api: ScriptedWechat; close(): Promise<void> }> {
  const api = await startWechatServer();
  const booted = await boot((deps) => ({
    wechat: createWechat({ baseUrl: api.url, now: deps.clock.now }),
    ...change(deps),
  }));
  const close = async () => {
    await booted.close();
    await api.close();
  };
  return { booted, api, close };
}

/** Sets the shop's mini-program up, here and at WeChat. */
export async function addWeapp({ deps }: Booted, api: ScriptedWechat, shop: Shop, app = weappOf(shop)): Promise<void> {
  await deps.directory.saveWechatApp(shop.id, app);
  api.addApp(app);
}

/** Asks for a shopper's session over HTTP, without an origin, as a mini-program does. */
export async function openSession(booted: Booted, shop: Shop, body: object): Promise<Result<ShopperSession>> {
  const response = await fetch(`${booted.url}/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ shop: shop.publicKey, channel: "weapp", ...body }),
  });
  return (await response.json()) as Result<ShopperSession>;
}

/** A session that must be given. */
export async function session(booted: Booted, shop: Shop, body: object): Promise<ShopperSession> {
  const result = await openSession(booted, shop, body);
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.message}`);
  return result.data;
}

/** What the shop's own server signs about a shopper. */
export function identityOf({ clock }: Booted, shop: Shop, externalId: string, name = "小林"): Promise<string> {
  return new SignJWT({ name })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(externalId)
    .setExpirationTime(Math.floor(clock.now() / 1000) + 3600)
    .sign(new TextEncoder().encode(shop.identitySecret));
}
