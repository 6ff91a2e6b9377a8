import type { ModelAccess, ModelUsage } from "./model.ts";

/** What a shop's model was used for on one day of its calendar; `cost` in millionths of the currency's unit. */
export type ModelDay = ModelUsage & { day: string; calls: number; cost: number };

/** Shops' own models, and what was used of any model. */
export type ModelStore = {
  access(shop: string): Promise<ModelAccess | undefined>;
  /** Without an access the shop has none of its own any more. */
  saveAccess(shop: string, access: ModelAccess | undefined): Promise<void>;
  used(shop: string, day: string): Promise<ModelDay>;
  /** Adds one request to the day and answers what the day comes to. */
  spend(shop: string, day: string, spent: ModelUsage & { cost: number }): Promise<ModelDay>;
};
