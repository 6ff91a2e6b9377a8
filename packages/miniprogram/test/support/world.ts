import { randomUUID } from "node:crypto";
import type { ShopSettings } from "@yiwen/shared";
import { createWechat } from "../../../server/src/adapters/wechat/wechat.ts";
import type { Shop } from "../../../server/src/ports/directory.ts";
import { type Booted, boot } from "../../../server/test/support/boot.ts";
import { openShop } from "../../../server/test/support/shop.ts";
import { codeFor, type ScriptedWechat, startWechatServer } from "../../../server/test/support/wechat-server.ts";
import { createNetwork, type Network } from "./network.ts";
import { createPhone, type Phone } from "./phone.ts";

/** A real server with a shop on it, WeChat by script, and a network that fails on request. */
export type World = {
  booted: Booted;
  shop: Shop;
  wechat: ScriptedWechat;
  network: Network;
  /** The phone of somebody whom WeChat knows by `openid`; without one, of somebody new. */
  phone(openid?: string): Phone;
  close(): Promise<void>;
};

/** Starts it all; a shop of its own, whose mini-program WeChat knows. */
export async function createWorld(change: Partial<ShopSettings> = {}): Promise<World> {
  const wechat = await startWechatServer();
  const booted = await boot(({ clock }) => ({ wechat: createWechat({ baseUrl: wechat.url, now: clock.now }) }));
  const shop = await openShop(booted, change);
  const app = { appId: "wx1234567890abcdef", appSecret: "a secret of the shop's" };
  wechat.addApp(app);
  await booted.deps.directory.saveWechatApp(shop.id, app);
  const network = await createNetwork(() => booted.url);
  const phones: Phone[] = [];
  return {
    booted,
    shop,
    wechat,
    network,
    phone(openid = randomUUID()) {
      const phone = createPhone({ server: network.url, shop: shop.publicKey, now: booted.clock.now() });
      phone.state.login = () => ({ code: codeFor(openid) });
      phones.push(phone);
      return phone;
    },
    async close() {
      for (const phone of phones) phone.kill();
      await network.close();
      await booted.close();
      await wechat.close();
    },
  };
}
