import { bigint, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

/** A shop's own language model, where it has one beside the server's. */
export const shopModel = pgTable("shop_model", {
  shop: text().primaryKey(),
  baseUrl: text("base_url").notNull(),
  apiKey: text("api_key").notNull(),
  model: text().notNull(),
});

/** What the model was used for on one day of the shop's calendar. */
export const modelUsage = pgTable(
  "model_usage",
  {
    shop: text().notNull(),
    /** Such as 2026-11-22, in the shop's time zone. */
    day: text().notNull(),
    calls: integer().notNull(),
    inputTokens: bigint("input_tokens", { mode: "number" }).notNull(),
    outputTokens: bigint("output_tokens", { mode: "number" }).notNull(),
    /** In millionths of the currency's unit. */
    cost: bigint({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.day] })],
);
