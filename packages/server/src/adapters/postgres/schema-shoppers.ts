import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { millis } from "./schema.ts";

/** What else a shopper is known by, such as an openid; one of a kind and value belongs to one shopper. */
export const shopperIdentities = pgTable(
  "shopper_identities",
  {
    shop: text().notNull(),
    /** weapp_openid | weapp_unionid */
    kind: text().notNull(),
    /** Of an openid `appId/openid`: it means something in its own mini-program only. */
    value: text().notNull(),
    shopper: text().notNull(),
    linkedAt: millis("linked_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shop, t.kind, t.value] }),
    index("shopper_identities_shopper").on(t.shop, t.shopper),
  ],
);

/** A shop's own WeChat mini-program: what speaking for it takes. */
export const shopWechat = pgTable("shop_wechat", {
  shop: text().primaryKey(),
  appId: text("app_id").notNull(),
  appSecret: text("app_secret").notNull(),
  /** Signs what WeChat pushes to the server, such as the outcome of a picture's check. */
  pushToken: text("push_token"),
});

/** How often the shopper allowed a subscription message of this template and none was sent yet. */
export const subscriptions = pgTable(
  "subscriptions",
  {
    shop: text().notNull(),
    shopper: text().notNull(),
    template: text().notNull(),
    remaining: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.shopper, t.template] })],
);

/** What a shopper did in the shop: pages, products, the cart. */
export const behaviours = pgTable(
  "behaviours",
  {
    shop: text().notNull(),
    shopper: text().notNull(),
    /** Made by the client: the same one again is the same event. */
    id: text().notNull(),
    type: text().notNull(),
    at: millis("at").notNull(),
    data: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.shopper, t.id] }), index("behaviours_latest").on(t.shop, t.shopper, t.at)],
);

/** Pictures that were sent up; the bytes lie elsewhere. */
export const uploads = pgTable(
  "uploads",
  {
    shop: text().notNull(),
    /** Unguessable: who knows it may see the picture. */
    id: text().notNull(),
    /** shopper | agent */
    ownerKind: text("owner_kind").notNull(),
    owner: text().notNull(),
    mime: text().notNull(),
    /** Bytes. */
    size: integer().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    /** ready | checking | passed | refused */
    status: text().notNull(),
    /** By which the outcome of WeChat's check is told, and the message that waits for it. */
    traceId: text("trace_id"),
    conversation: text(),
    message: text(),
    createdAt: millis("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shop, t.id] }),
    index("uploads_owner").on(t.shop, t.ownerKind, t.owner, t.createdAt),
    index("uploads_trace").on(t.traceId).where(sql`trace_id is not null`),
  ],
);
