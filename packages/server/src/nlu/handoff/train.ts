import type { SpokenDialogue, SpokenTurn } from "./dialogue.ts";
import { blankMemory, type Limits } from "./memory.ts";
import { type HandoffModel, signsOf } from "./model.ts";
import { bestThreshold } from "./threshold.ts";
import { type Mood, type Walked, walk } from "./walk.ts";
import { burdenOf, type Place, pastPlacesOf, placesOf, sumAt, type WordWeights, wordPlaces, worryOf } from "./words.ts";

export type HandoffTraining = {
  mood: Mood;
  limits: Limits;
};

/** Folds by which the words are judged by a model that hasn't seen them, as they will be later. */
const folds = 5;

type Step = Walked & { burden: number };

/** Trains on dialogues; the same dialogues in the same order always give the same model. */
export function trainHandoff(dialogues: SpokenDialogue[], { mood, limits }: HandoffTraining): HandoffModel {
  const plain = dialogues.map((dialogue) => walk(dialogue, { mood, limits, worry: () => 0 }));
  const steps: Step[][] = [];
  for (let fold = 0; fold < folds; fold++) {
    const weights = trainWords(plain.filter((_, at) => at % folds !== fold).flat());
    for (let at = fold; at < dialogues.length; at += folds) {
      steps[at] = walk(dialogues[at]!, { mood, limits, worry: (turn) => worryOf(weights, turn) }).map((step) => ({
        ...step,
        burden: burdenOf(weights, step.turn.by, step.around.memory),
      }));
    }
  }
  const threshold = bestThreshold(
    Array.from({ length: folds }, (_, fold) => {
      const signs = trainSigns(steps.filter((_, at) => at % folds !== fold).flat(), limits);
      return steps
        .filter((_, at) => at % folds === fold)
        .flat()
        .flatMap((step) =>
          step.turn.handoff === undefined ? [] : [{ score: scoreOf(signs, step, limits), is: step.turn.handoff }],
        );
    }).flat(),
  );
  return { ...trainWords(plain.flat()), signs: trainSigns(steps.flat(), limits), threshold, limits };
}

const wordEpochs = 12;
/** How much a weight is pulled back to nothing in an epoch: of a turn's own words, and of the far more words before it. */
const pulls = { own: 0.3, past: 3 };

function trainWords(steps: Walked[]): WordWeights {
  return {
    words: descendWords(steps, { pull: pulls.own, places: ({ turn }) => placesOf(turn) }),
    past: descendWords(steps, { pull: pulls.past, places: ({ turn, around }) => pastPlacesOf(turn.by, around.memory) }),
  };
}

function descendWords(
  steps: Walked[],
  { pull, places: placesIn }: { pull: number; places: (step: Walked) => Place[] },
): Float32Array {
  const words = new Float32Array(wordPlaces);
  const squares = new Float32Array(wordPlaces).fill(0.3);
  const examples = steps.flatMap((step) =>
    step.turn.handoff === undefined ? [] : [{ places: placesIn(step), is: step.turn.handoff ? 1 : 0 }],
  );
  const counts = new Float32Array(wordPlaces);
  for (const { places } of examples) for (const { place } of places) counts[place]! += 1;
  const stride = strideOf(examples.length);
  for (let epoch = 0; epoch < wordEpochs; epoch++) {
    for (let i = 0, at = epoch; i < examples.length; i++, at += stride) {
      const { places, is } = examples[at % examples.length]!;
      const error = 1 / (1 + Math.exp(-sumAt(words, places))) - is;
      for (const { place, value } of places) {
        // A rare word is pulled back as much in all as a frequent one.
        const slope = error * value + (pull * words[place]!) / counts[place]!;
        squares[place]! += slope * slope;
        words[place]! -= (0.3 * slope) / Math.sqrt(squares[place]!);
      }
    }
  }
  return words;
}

const signEpochs = 40;

function trainSigns(steps: Step[], limits: Limits): HandoffModel["signs"] {
  const of = (by: SpokenTurn["by"]) => {
    const examples = steps.flatMap(({ turn, around, ...heard }) =>
      turn.by !== by || turn.handoff === undefined
        ? []
        : [{ signs: signsOf(turn, around, heard, limits).map(({ value }) => value), is: turn.handoff ? 1 : 0 }],
    );
    return descend(examples);
  };
  return { shopper: of("shopper"), bot: of("bot") };
}

function descend(examples: { signs: number[]; is: number }[]): number[] {
  const size = examples[0]?.signs.length ?? signCountOfNothing;
  const weights = new Array<number>(size).fill(0);
  const squares = new Array<number>(size).fill(1);
  const stride = strideOf(examples.length);
  for (let epoch = 0; epoch < signEpochs; epoch++) {
    for (let i = 0, at = epoch; i < examples.length; i++, at += stride) {
      const { signs, is } = examples[at % examples.length]!;
      const error = 1 / (1 + Math.exp(-sumOf(signs, weights))) - is;
      for (let k = 0; k < size; k++) {
        const slope = error * signs[k]! + 1e-4 * weights[k]!;
        squares[k]! += slope * slope;
        weights[k]! -= (0.3 * slope) / Math.sqrt(squares[k]!);
      }
    }
  }
  return weights.map((weight) => Math.round(weight * 1e4) / 1e4);
}

/** Where no turn of a side is labelled its weights say nothing. */
const signCountOfNothing = signsOf(
  { by: "bot", text: "" },
  { memory: blankMemory, sentiment: 0, trend: 0, confidence: 1 },
  { worry: 0, burden: 0 },
).length;

function scoreOf(signs: HandoffModel["signs"], { turn, around, ...heard }: Step, limits: Limits): number {
  const values = signsOf(turn, around, heard, limits).map(({ value }) => value);
  return 1 / (1 + Math.exp(-sumOf(values, signs[turn.by])));
}

function sumOf(signs: number[], weights: number[]): number {
  return signs.reduce((sum, sign, k) => sum + sign * weights[k]!, 0);
}

/** A step that visits every example once, far apart ones in a row. */
function strideOf(length: number): number {
  const shares = (a: number, b: number): number => (b === 0 ? a : shares(b, a % b));
  let stride = Math.floor(length * 0.618) | 1;
  while (length > 1 && shares(stride, length) > 1) stride += 2;
  return stride;
}
