import type { Model, ModelAccess, ModelRequest, ModelResult, ModelUsage } from "../ports/model.ts";
import type { ModelDay, ModelStore } from "../ports/model-store.ts";
import type { ShopSnapshot } from "../ports/shop-data.ts";

/** Whether a shop's model can be asked now. */
export type ModelState = "ready" | "down" | "overBudget";

/** The model a shop uses, whose it is, how it stands and what was used of it today. */
export type ShopModel = { access: ModelAccess; from: "shop" | "server"; state: ModelState; today: ModelDay };

/** A shop as far as its budget goes. */
export type BudgetShop = Pick<ShopSnapshot, "id" | "settings">;

/** The shops' language models: each its own or the server's, within its own budget of the day. */
export type Models = {
  /** Undefined where the shop has none, or is told to use none. */
  of(shop: ShopSnapshot): Promise<ShopModel | undefined>;
  /** Asks the shop's model and counts what that used; out of budget is an error like any other. */
  complete(shop: ShopSnapshot, request: ModelRequest): Promise<Asked>;
  today(shop: BudgetShop): Promise<ModelDay>;
  /** Whether today's budget, or this share of it (0 to 1), is used up by whatever was asked. */
  isOverBudget(shop: BudgetShop, share?: number): Promise<boolean>;
  /** Counts a request for vectors against the same budget. */
  embedded(shop: BudgetShop, inputTokens: number): Promise<void>;
};

export type Asked = ModelResult | { ok: false; error: { kind: "overBudget"; message: string } };

type Parts = { model: Model; store: ModelStore; now: () => number; server?: ModelAccess };

/** What other processes used meanwhile is looked at this often, in milliseconds. */
const refreshMs = 10_000;
const millionth = 1e-6;

export function createModels({ model, store, now, server }: Parts): Models {
  // A snapshot is replaced when anything of its shop changes, its model included.
  const known = new WeakMap<ShopSnapshot, Promise<ModelAccess | undefined>>();
  const days = new Map<string, { at: number; day: ModelDay }>();

  const ownOf = (shop: ShopSnapshot) => {
    const asking = known.get(shop) ?? store.access(shop.id);
    known.set(shop, asking);
    asking.catch(() => known.delete(shop));
    return asking;
  };

  async function today(shop: BudgetShop): Promise<ModelDay> {
    const day = dayOf(now(), shop.settings.hours.timeZone);
    const last = days.get(shop.id);
    if (last?.day.day === day && now() - last.at < refreshMs) return last.day;
    return keep(shop, await store.used(shop.id, day));
  }

  function keep({ id }: BudgetShop, day: ModelDay): ModelDay {
    days.set(id, { at: now(), day });
    return day;
  }

  async function of(shop: ShopSnapshot): Promise<ShopModel | undefined> {
    const own = shop.settings.model.use === "off" ? undefined : await ownOf(shop);
    const access = shop.settings.model.use === "off" ? undefined : (own ?? server);
    if (!access) return undefined;
    const used = await today(shop);
    const state = isSpent(shop, used) ? "overBudget" : model.isDown(access) ? "down" : "ready";
    return { access, from: own ? "shop" : "server", state, today: used };
  }

  return {
    of,
    today,
    isOverBudget: async (shop, share) => isSpent(shop, await today(shop), share),
    async embedded(shop, inputTokens) {
      const cost = Math.round(inputTokens * shop.settings.model.prices.embedding);
      const { day } = await today(shop);
      keep(shop, await store.spend(shop.id, day, { inputTokens, outputTokens: 0, cost }));
    },
    async complete(shop, request) {
      const found = await of(shop);
      if (!found) return { ok: false, error: { kind: "rejected", message: "the shop has no model" } };
      if (found.state === "overBudget") {
        return { ok: false, error: { kind: "overBudget", message: "today's budget is used up" } };
      }
      const result = await model.complete(found.access, request);
      if (result.ok) {
        const { usage } = result.data;
        keep(shop, await store.spend(shop.id, found.today.day, { ...usage, cost: costOf(shop, usage) }));
      }
      return result;
    },
  };
}

/** In millionths of the currency's unit: prices are a million tokens'. */
function costOf({ settings }: ShopSnapshot, { inputTokens, outputTokens }: ModelUsage): number {
  const { input, output } = settings.model.prices;
  return Math.round(inputTokens * input + outputTokens * output);
}

function isSpent({ settings }: BudgetShop, { inputTokens, outputTokens, cost }: ModelDay, share = 1): boolean {
  const { dailyTokens, dailyMoney } = settings.model;
  const isOverTokens = dailyTokens > 0 && inputTokens + outputTokens >= dailyTokens * share;
  return isOverTokens || (dailyMoney > 0 && cost * millionth >= dailyMoney * share);
}

/** The date in a time zone, such as 2026-11-22. */
function dayOf(at: number, timeZone: string): string {
  try {
    return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone }).format(at);
  } catch {
    return new Date(at).toISOString().slice(0, 10);
  }
}
