import { detectLanguage } from "../language.ts";
import { trendOf } from "../sentiment/trend.ts";
import type { SpokenDialogue, SpokenTurn } from "./dialogue.ts";
import { blankMemory, type Limits, type Memory, remember } from "./memory.ts";
import { type Around, type HandoffModel, placesOf, signsOf, wordPlaces, worryOf } from "./model.ts";
import { bestThreshold } from "./threshold.ts";

/** Feeling of a text, -1 to 1. */
export type Mood = (text: string, language: "zh" | "en") => { score: number };

export type HandoffTraining = {
  mood: Mood;
  limits: Limits;
};

/** Folds by which the words are judged by a model that hasn't seen them, as they will be later. */
const folds = 5;
const usualConfidence = 0.7;

type Step = { turn: SpokenTurn; around: Around; worry: number };

/** Trains on dialogues; the same dialogues in the same order always give the same model. */
export function trainHandoff(dialogues: SpokenDialogue[], { mood, limits }: HandoffTraining): HandoffModel {
  const plain = dialogues.map((dialogue) => walk(dialogue, { mood, limits, worry: () => 0 }));
  const blind = dialogues.map((dialogue, at) => ({ dialogue, at }));
  const seen = new Map<number, Step[]>();
  for (let fold = 0; fold < folds; fold++) {
    const words = trainWords(plain.filter((_, at) => at % folds !== fold).flat());
    for (const { dialogue, at } of blind.filter(({ at }) => at % folds === fold)) {
      seen.set(at, walk(dialogue, { mood, limits, worry: (turn, memory) => worryOf({ words }, turn, memory) }));
    }
  }
  const steps = blind.map(({ at }) => seen.get(at)!);
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
  return { words: trainWords(plain.flat()), signs: trainSigns(steps.flat(), limits), threshold, limits };
}

type Walk = HandoffTraining & { worry: (turn: SpokenTurn, memory: Memory) => number };

/** A dialogue turn by turn, with what was known before each. */
export function walk({ turns }: SpokenDialogue, { mood, limits, worry }: Walk): Step[] {
  let memory = blankMemory;
  const moods: number[] = [];
  return turns.map((turn) => {
    const sentiment = turn.by === "shopper" ? mood(turn.text, detectLanguage(turn.text, "zh")).score : 0;
    if (turn.by === "shopper") moods.push(sentiment);
    const around = { memory, sentiment, trend: trendOf(moods), confidence: turn.confidence ?? usualConfidence };
    const worried = worry(turn, memory);
    memory = remember(memory, turn, { worry: worried, limits });
    return { turn, around, worry: worried };
  });
}

const wordEpochs = 12;

function trainWords(steps: Step[]): Float32Array {
  const words = new Float32Array(wordPlaces);
  const squares = new Float32Array(wordPlaces).fill(0.3);
  const examples = steps.flatMap(({ turn, around }) =>
    turn.handoff === undefined ? [] : [{ places: placesOf(turn, around.memory), is: turn.handoff ? 1 : 0 }],
  );
  const counts = new Float32Array(wordPlaces);
  for (const { places } of examples) for (const { place } of places) counts[place]! += 1;
  const stride = strideOf(examples.length);
  for (let epoch = 0; epoch < wordEpochs; epoch++) {
    for (let i = 0, at = epoch; i < examples.length; i++, at += stride) {
      const { places, is } = examples[at % examples.length]!;
      const sum = places.reduce((total, { place, value }) => total + words[place]! * value, 0);
      const error = 1 / (1 + Math.exp(-sum)) - is;
      for (const { place, value } of places) {
        // A rare word is pulled back as much in all as a frequent one.
        const slope = error * value + words[place]! / counts[place]!;
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
    const examples = steps.flatMap(({ turn, around, worry }) =>
      turn.by !== by || turn.handoff === undefined
        ? []
        : [{ signs: signsOf(turn, around, worry, limits).map(({ value }) => value), is: turn.handoff ? 1 : 0 }],
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
  0,
).length;

function scoreOf(signs: HandoffModel["signs"], { turn, around, worry }: Step, limits: Limits): number {
  const values = signsOf(turn, around, worry, limits).map(({ value }) => value);
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
