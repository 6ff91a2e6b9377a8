import { and, desc, eq, like } from "drizzle-orm";
import type { Directory } from "../../ports/directory.ts";
import type { Orm } from "./orm.ts";
import { shopperIdentities, shopWechat } from "./schema-shoppers.ts";

type WechatQueries = Pick<Directory, "wechatApp" | "saveWechatApp" | "wechatPushToken" | "openids">;

/** How an openid is kept: with its mini-program, in which alone it means something. */
export const openidValue = (appId: string, openid: string): string => `${appId}/${openid}`;

/** The shops' mini-programs, and who is known in them. */
export function createWechatQueries(orm: Orm): WechatQueries {
  return {
    async wechatApp(shop) {
      const [row] = await orm.select().from(shopWechat).where(eq(shopWechat.shop, shop));
      return row && { appId: row.appId, appSecret: row.appSecret };
    },
    async saveWechatApp(shop, { appId, appSecret, pushToken }) {
      const app = { appId, appSecret, ...(pushToken !== undefined && { pushToken }) };
      await orm
        .insert(shopWechat)
        .values({ shop, ...app })
        .onConflictDoUpdate({ target: shopWechat.shop, set: app });
    },
    async wechatPushToken(shop) {
      const [row] = await orm.select({ token: shopWechat.pushToken }).from(shopWechat).where(eq(shopWechat.shop, shop));
      return row?.token ?? undefined;
    },
    async openids(shop, shopper, appId) {
      const prefix = openidValue(appId, "");
      const rows = await orm
        .select({ value: shopperIdentities.value })
        .from(shopperIdentities)
        .where(
          and(
            eq(shopperIdentities.shop, shop),
            eq(shopperIdentities.shopper, shopper),
            eq(shopperIdentities.kind, "weapp_openid"),
            like(shopperIdentities.value, `${prefix.replaceAll("_", "\\_")}%`),
          ),
        )
        .orderBy(desc(shopperIdentities.linkedAt));
      return rows.map(({ value }) => value.slice(prefix.length));
    },
  };
}
