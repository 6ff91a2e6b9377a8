import { chanceOf, shuffle } from "./chance.ts";
import { addVotes, type Linear } from "./linear.ts";
import { softmax } from "./network.ts";
import type { NetworkExample } from "./train-network.ts";

/** What a linear reader is to be: rows of the space, classes, order of visits. */
export type LinearShape = { rows: number; classes: number; seed: number };

const passes = 10;
const rate = 3;
/** How much smaller steps become with each pass. */
const slowing = 0.4;
/** An example is a little of every class, so that votes don't grow without end. */
const smoothing = 0.1;
/** Errors smaller than this change nothing that counts, and most are. */
const least = 3e-4;

/** Trains a softmax regression by plain descent, in one fixed order. */
export function trainLinear(examples: NetworkExample[], { rows, classes, seed }: LinearShape): Linear {
  const linear = { classes, votes: new Float32Array(rows * classes) };
  const chance = chanceOf(seed);
  const order = examples.map((_, at) => at);
  const scores = new Float64Array(classes);
  for (let pass = 0; pass < passes; pass++) {
    const step = rate / (1 + pass * slowing);
    for (const at of shuffle(order, chance)) learn(linear, examples[at]!, { scores: scores.fill(0), step });
  }
  return linear;
}

function learn(
  linear: Linear,
  { vector, label }: NetworkExample,
  { scores, step }: { scores: Float64Array; step: number },
): void {
  const { classes, votes } = linear;
  const errors = softmax(addVotes(scores, linear, vector), 1);
  for (let c = 0; c < classes; c++) errors[c]! -= smoothing / classes;
  errors[label]! -= 1 - smoothing;
  const wrong: number[] = [];
  for (let c = 0; c < classes; c++) {
    if (Math.abs(errors[c]!) < least) continue;
    errors[c]! *= step;
    wrong.push(c);
  }
  for (let j = 0; j < vector.rows.length; j++) {
    const start = vector.rows[j]! * classes;
    const value = vector.values[j]!;
    for (const c of wrong) votes[start + c]! -= errors[c]! * value;
  }
}
