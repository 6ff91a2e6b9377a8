/** What a search is worth; shares are 0 to 1. */
export type RetrievalFigures = {
  count: number;
  /** Questions with a right passage among the first 1, 3, 5 and 10. */
  recallAt: Record<"1" | "3" | "5" | "10", number>;
  /** Mean of one over the place of the first right passage. */
  meanReciprocalRank: number;
};

const depths = ["1", "3", "5", "10"] as const;

/** How many passages have to be asked for. */
export const retrievalDepth = 10;

/** Measures the places (from 0) at which questions found a right passage; -1 where they found none. */
export function retrievalFigures(places: number[]): RetrievalFigures {
  const count = Math.max(1, places.length);
  const within = (depth: number) => places.filter((place) => place >= 0 && place < depth).length / count;
  return {
    count: places.length,
    recallAt: Object.fromEntries(depths.map((depth) => [depth, within(Number(depth))])) as RetrievalFigures["recallAt"],
    meanReciprocalRank: places.reduce((sum, place) => sum + (place < 0 ? 0 : 1 / (place + 1)), 0) / count,
  };
}
