import { loadBytes, loadText } from "../load-data.ts";
import { type Around, type Factor, factors, type HandoffModel, riskBy } from "./model.ts";
import { type HandoffScales, unpackHandoff } from "./weights.ts";

const { scales }: { scales: HandoffScales } = JSON.parse(loadText("weights/handoff.json"));

/** The model that ships. */
export const shippedHandoff: HandoffModel = unpackHandoff(loadBytes("weights/handoff.bin"), scales);

/** How likely it is that only a human helps, 0 to 1, and what speaks for it most: shares of what does, the largest first. */
export type Foreseen = {
  score: number;
  factors: { factor: Factor; share: number }[];
};

const shown = 3;

/** What a message of the shopper's says about whether the bot can go on. */
export function foresee(text: string, around: Around): Foreseen {
  const { score, added } = riskBy(shippedHandoff, { by: "shopper", text }, around);
  const sums = factors.map((factor) => ({
    factor,
    by: Math.max(
      0,
      added.reduce((sum, one) => (one.factor === factor ? sum + one.by : sum), 0),
    ),
  }));
  const total = sums.reduce((sum, { by }) => sum + by, 0) || 1;
  return {
    // Never quite sure: a shop that sets 1 is never handed over by this alone.
    score: Math.min(0.99, Math.round(score * 100) / 100),
    factors: sums
      .filter(({ by }) => by > 0)
      .sort((a, b) => b.by - a.by)
      .slice(0, shown)
      .map(({ factor, by }) => ({ factor, share: Math.round((by / total) * 100) / 100 })),
  };
}
