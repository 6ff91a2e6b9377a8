import { and, eq, sql as raw } from "drizzle-orm";
import type { ModelDay, ModelStore } from "../../ports/model-store.ts";
import type { Database } from "./connect.ts";
import { createOrm } from "./orm.ts";
import { withPlainErrors } from "./plain-errors.ts";
import { modelUsage, shopModel } from "./schema-model.ts";

/** Shops' models and their use, on PostgreSQL. */
export function createModelStore(sql: Database): ModelStore {
  const orm = createOrm(sql);
  return withPlainErrors<ModelStore>({
    async access(shop) {
      const [row] = await orm.select().from(shopModel).where(eq(shopModel.shop, shop));
      return row && { baseUrl: row.baseUrl, apiKey: row.apiKey, model: row.model };
    },
    async saveAccess(shop, access) {
      if (!access) await orm.delete(shopModel).where(eq(shopModel.shop, shop));
      else {
        const { baseUrl, apiKey, model } = access;
        const values = { shop, baseUrl, apiKey, model };
        await orm.insert(shopModel).values(values).onConflictDoUpdate({ target: shopModel.shop, set: values });
      }
    },
    async used(shop, day) {
      const [row] = await orm
        .select()
        .from(modelUsage)
        .where(and(eq(modelUsage.shop, shop), eq(modelUsage.day, day)));
      return row ? toDay(row) : { day, calls: 0, inputTokens: 0, outputTokens: 0, cost: 0 };
    },
    async spend(shop, day, { inputTokens, outputTokens, cost }) {
      const [row] = await orm
        .insert(modelUsage)
        .values({ shop, day, calls: 1, inputTokens, outputTokens, cost })
        .onConflictDoUpdate({
          target: [modelUsage.shop, modelUsage.day],
          set: {
            calls: raw`${modelUsage.calls} + 1`,
            inputTokens: raw`${modelUsage.inputTokens} + excluded.input_tokens`,
            outputTokens: raw`${modelUsage.outputTokens} + excluded.output_tokens`,
            cost: raw`${modelUsage.cost} + excluded.cost`,
          },
        })
        .returning();
      return toDay(row!);
    },
  });
}

function toDay({ day, calls, inputTokens, outputTokens, cost }: typeof modelUsage.$inferSelect): ModelDay {
  return { day, calls, inputTokens, outputTokens, cost };
}
