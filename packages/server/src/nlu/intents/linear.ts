import type { Vector } from "./space.ts";

/** Each feature speaks for each class by itself: what a network can't be sure of from few texts, this is. */
export type Linear = {
  classes: number;
  /** `rows` × `classes` */
  votes: Float32Array;
};

/** Adds what a text's features say to the classes' scores. */
export function addVotes(
  scores: Float64Array,
  { classes, votes }: Linear,
  { rows, values }: Pick<Vector, "rows" | "values">,
): Float64Array {
  for (let j = 0; j < rows.length; j++) {
    const start = rows[j]! * classes;
    const value = values[j]!;
    for (let c = 0; c < classes; c++) scores[c]! += value * votes[start + c]!;
  }
  return scores;
}
