import { createMask } from "../model/mask.ts";
import type { BudgetShop, Models } from "../model/models.ts";
import type { Embedded, Embedder, EmbeddingAccess, EmbedErrorKind } from "../ports/embedder.ts";
import { spaceOf } from "../ports/embedder.ts";
import type { Vectors } from "../ports/vectors.ts";

/** Whether a shop's questions can become vectors now. */
export type EmbeddingState = "ready" | "down" | "overBudget";

/** The endpoint that a shop uses and whose it is. */
export type ShopEmbedding = { access: EmbeddingAccess; space: string; from: "shop" | "server" };

/** Why there is no vector. */
export type NoVector = EmbedErrorKind | "overBudget" | "none";

/** The shops' vectors: each by its own endpoint or the server's, within the budget of the shop's language model. */
export type Embeddings = {
  /** Undefined where the shop has none, or wants none. */
  of(shop: BudgetShop): Promise<ShopEmbedding | undefined>;
  /** How it stands; undefined where there is none. */
  stateOf(shop: BudgetShop): Promise<EmbeddingState | undefined>;
  /** A question's vector, at once or not at all. */
  question(
    shop: BudgetShop,
    text: string,
    signal: AbortSignal,
  ): Promise<{ ok: true; vector: Float32Array; space: string } | { ok: false; why: NoVector }>;
  /** Vectors of passages, without haste; `texts` have nothing personal in them any more. */
  passages(shop: BudgetShop, texts: string[], signal: AbortSignal): Promise<Made>;
};

export type Made = { ok: true; data: Embedded } | { ok: false; error: { kind: NoVector } };

type How = { signal: AbortSignal; isUrgent: boolean; share: number };
type Parts = { embedder: Embedder; vectors: Pick<Vectors, "access">; models: Models; server?: EmbeddingAccess };

/** The longest question that is sent, in UTF-16 code units; longer ones tell a story. */
const longestQuestion = 300;
/** What passages may take of a day's budget: a large import must not silence the model. */
const passagesShare = 0.5;
/** Vectors of questions that are remembered: shoppers ask alike, and tap the same choices. 2 MB at 1,024 dimensions. */
const remembered = 500;

export function createEmbeddings({ embedder, vectors, models, server }: Parts): Embeddings {
  // A shop in memory is replaced when anything of it changes, its endpoint included.
  const known = new WeakMap<BudgetShop, Promise<EmbeddingAccess | undefined>>();
  const asked = new Map<string, Float32Array>();

  const ownOf = (shop: BudgetShop) => {
    const asking = known.get(shop) ?? vectors.access(shop.id);
    known.set(shop, asking);
    asking.catch(() => known.delete(shop));
    return asking;
  };

  async function of(shop: BudgetShop): Promise<ShopEmbedding | undefined> {
    if (!shop.settings.model.embed) return undefined;
    const own = await ownOf(shop);
    const access = own ?? server;
    return access && { access, space: spaceOf(access), from: own ? "shop" : "server" };
  }

  async function embed(shop: BudgetShop, texts: string[], { share, ...how }: How): Promise<Made> {
    const found = await of(shop);
    if (!found) return { ok: false, error: { kind: "none" } };
    if (await models.isOverBudget(shop, share)) return { ok: false, error: { kind: "overBudget" } };
    const result = await embedder.embed(found.access, { texts, ...how });
    if (result.ok) await models.embedded(shop, result.data.inputTokens);
    return result;
  }

  return {
    of,
    async stateOf(shop) {
      const found = await of(shop);
      if (!found) return undefined;
      if (await models.isOverBudget(shop)) return "overBudget";
      return embedder.isDown(found.access) ? "down" : "ready";
    },
    async question(shop, text, signal) {
      const found = await of(shop);
      if (!found) return { ok: false, why: "none" };
      const { space, access } = found;
      const hidden = createMask().hide(text.slice(0, longestQuestion));
      const key = JSON.stringify([access.baseUrl, space, hidden]);
      const before = asked.get(key);
      if (before) return { ok: true, vector: before, space };
      const result = await embed(shop, [hidden], { signal, isUrgent: true, share: 1 });
      if (!result.ok) return { ok: false, why: result.error.kind };
      const vector = result.data.vectors[0]!;
      if (asked.size >= remembered) asked.delete(asked.keys().next().value!);
      asked.set(key, vector);
      return { ok: true, vector, space };
    },
    passages: (shop, texts, signal) => embed(shop, texts, { signal, isUrgent: false, share: passagesShare }),
  };
}
