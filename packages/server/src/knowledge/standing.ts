import type { Passage } from "../dialogue/facts.ts";

const day = 86_400_000;

/**
 * What a source counts beside the others when their texts fit alike, and how it ages: `lasting` is what is left of it
 * at last, `halfLife` the days in which half of the rest goes. Policies and FAQ are in force until they are replaced;
 * what an agent once answered may have been true that month only.
 */
const sources: Record<NonNullable<Passage["source"]>, { weight: number; halfLife: number; lasting: number }> = {
  policy: { weight: 1, halfLife: Number.POSITIVE_INFINITY, lasting: 1 },
  faq: { weight: 1, halfLife: 730, lasting: 0.9 },
  product: { weight: 0.95, halfLife: 365, lasting: 0.8 },
  answer: { weight: 0.9, halfLife: 120, lasting: 0.5 },
};

/** How much a passage counts at `now` (epoch ms), 0 to 1: by where it comes from and how old it is. */
export function standing({ source = "policy", updatedAt }: Passage, now: number): number {
  const { weight, halfLife, lasting } = sources[source];
  if (updatedAt === undefined) return weight;
  const age = Math.max(0, now - updatedAt) / day;
  return weight * (lasting + (1 - lasting) * 2 ** (-age / halfLife));
}
