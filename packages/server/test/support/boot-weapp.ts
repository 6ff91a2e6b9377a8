import type { ShopSettings } from "@yiwen/shared";
import { createWechat } from "../../src/adapters/wechat/wechat.ts";
import type { Shop } from "../../src/ports/directory.ts";
import { type Booted, boot, settings } from "./boot.ts";
import { agent, type Person, sameShopper } from "./people.ts";
import { openShop } from "./shop.ts";
import { codeFor, type ScriptedWechat, startWechatServer } from "./wechat-server.ts";

export const app = { appId: "wx00112233445566", appSecret: "the shop's secret at WeChat" };
export const pushToken = "push-token-of-the-shop";
export const template = "reply-template";
export const publicUrl = "https://chat.example.com";

/** A server whose WeChat is scripted, and a shop with a mini-program. */
export type WeappWorld = {
  booted: Booted;
  wechat: ScriptedWechat;
  /** A shop with these settings of its mini-program. */
  shop(weapp?: Partial<ShopSettings["weapp"]>): Promise<Shop>;
  close(): Promise<void>;
};

export async function bootWeapp(): Promise<WeappWorld> {
  const wechat = await startWechatServer();
  wechat.addApp(app);
  const booted = await boot(({ clock }) => ({
    wechat: createWechat({ baseUrl: wechat.url, now: clock.now, timeoutMs: 10_000 }),
    publicUrl,
  }));
  return {
    booted,
    wechat,
    async shop(weapp = {}) {
      const change = settings({ weapp: { replyTemplateId: template, ...weapp } });
      const shop = await openShop(booted, { weapp: change.weapp });
      await booted.deps.directory.saveWechatApp(shop.id, { ...app, pushToken });
      return shop;
    },
    async close() {
      await booted.close();
      await wechat.close();
    },
  };
}

/** Signs a shopper of the mini-program in, and connects. */
export async function weappShopper(booted: Booted, shop: Shop, openid: string): Promise<Person<"shopper">> {
  const reply = await request(booted, "POST", "/v1/sessions", {
    body: { shop: shop.publicKey, channel: "weapp", code: codeFor(openid) },
  });
  const { token } = (reply.body as { data: { token: string } }).data;
  const person = await sameShopper(booted, { token, shopId: shop.id });
  await person.open();
  return person;
}

/** A shopper of the mini-program, and the agent who has their conversation. */
export async function weappPair(
  booted: Booted,
  shop: Shop,
  openid: string,
): Promise<{ lin: Person<"shopper">; mei: Person<"agent"> }> {
  const lin = await weappShopper(booted, shop, openid);
  await lin.does("handoff.request");
  const mei = await agent(booted, shop);
  await mei.open({}, lin.view().summary.id);
  await mei.does("conversation.takeOver");
  await lin.sees((view) => view.summary.floor === "human");
  return { lin, mei };
}

/** A request as a client makes it; a body that is text is sent as it is. */
export async function request(
  booted: Booted,
  method: string,
  path: string,
  { token, body }: { token?: string; body?: object | string } = {},
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(booted.url + path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "content-type": typeof body === "string" ? "text/xml" : "application/json" }),
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : text };
}

/** Lets time pass in steps of a second until it has come, with the work of each step done before the next. */
export async function passUntil(booted: Booted, hasCome: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await hasCome())) await passSecond(booted);
}

/** Lets this much time pass the same way. */
export async function pass(booted: Booted, seconds: number): Promise<void> {
  for (let n = 0; n < seconds; n++) await passSecond(booted);
}

async function passSecond({ clock, deps }: Booted): Promise<void> {
  clock.advance(1000);
  await deps.store.ping();
  await new Promise((resolve) => setImmediate(resolve));
}

/** How often a metric counted, by the labels as Prometheus writes them. */
export async function counted(booted: Booted, metric: string): Promise<number> {
  const text = (await request(booted, "GET", "/metrics")).body as string;
  const line = text.split("\n").find((one) => one.startsWith(`${metric} `));
  return Number(line?.split(" ")[1] ?? 0);
}
