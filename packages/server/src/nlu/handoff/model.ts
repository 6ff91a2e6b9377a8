import type { HandoffFactor } from "@yiwen/shared";
import { beliefAfter, expected, oddsOf } from "./belief.ts";
import type { SpokenTurn } from "./dialogue.ts";
import { type Limits, type Memory, repeats, storedLimits, wasSaid } from "./memory.ts";
import { unitsOf } from "./units.ts";
import { burdenOf, type WordWeights, worryOf } from "./words.ts";

/** What can speak for a handoff, as agents are told. */
export const factors = [
  "sentiment",
  "trend",
  "repetition",
  "botRepetition",
  "turns",
  "confidence",
  "words",
] as const satisfies HandoffFactor[];

export type Factor = HandoffFactor;

/** A logistic model over signs, among them what two linear models say: over the words of a turn, and over those before it. */
export type HandoffModel = WordWeights & {
  /** A weight a sign, of the shopper's turns and of the bot's. */
  signs: { shopper: number[]; bot: number[] };
  /** From this probability on a turn counts as one to hand over at, where a model is measured. */
  threshold: number;
  limits: Limits;
};

/** What is known of a turn besides its text. */
export type Around = { memory: Memory; sentiment: number; trend: number; confidence: number };

/** What the words of a turn and those before it speak for a handoff. */
export type Heard = { worry: number; burden: number };

type Sign = { factor: Factor | "always"; value: number };

/** The signs of a turn, always the same ones in the same order. */
export function signsOf(
  turn: SpokenTurn,
  around: Around,
  { worry, burden }: Heard,
  limits: Limits = storedLimits,
): Sign[] {
  const { memory, sentiment, trend, confidence } = around;
  const whole = wasSaid(turn.text, memory, limits) ? 1 : 0;
  const again = repeats(turn.text, memory[turn.by], limits);
  const length = Math.log1p(unitsOf(turn.text).length) / 3;
  const run = memory.run.by === turn.by ? memory.run.turns : 0;
  const mean = memory.heard > 0 ? memory.worry / memory.heard : -2;
  return [
    { factor: "always", value: 1 },
    { factor: "sentiment", value: Math.max(0, -sentiment) },
    { factor: "sentiment", value: -Math.max(0, sentiment) },
    { factor: "trend", value: Math.max(0, -trend) },
    { factor: "repetition", value: again },
    { factor: "repetition", value: again >= 0.95 ? 1 : 0 },
    { factor: "repetition", value: again * length },
    { factor: "botRepetition", value: memory.botRepeats },
    { factor: "botRepetition", value: memory.botRepeats >= 0.95 ? 1 : 0 },
    { factor: "turns", value: Math.log1p(memory.turns) / 3 },
    { factor: "turns", value: memory.turns < 3 ? 1 : 0 },
    { factor: "confidence", value: 1 - confidence },
    { factor: "words", value: clip(worry) },
    { factor: "words", value: clip(memory.last[turn.by]) },
    { factor: "trend", value: clip(mean) },
    { factor: "words", value: length },
    { factor: "words", value: Math.max(0, worry + 2) / 2 },
    { factor: "words", value: Math.max(0, worry) / 2 },
    { factor: "words", value: Math.log1p(unitsOf(memory.bot.at(-1) ?? "").length) / 3 },
    { factor: "turns", value: Math.min(5, run) / 5 },
    { factor: "turns", value: run === 0 ? 1 : 0 },
    { factor: "repetition", value: repeats(turn.text, memory[turn.by].slice(-1), limits) },
    {
      factor: "repetition",
      value: repeats(turn.text, memory[turn.by === "bot" ? "shopper" : "bot"].slice(-1), limits),
    },
    { factor: "trend", value: expected(memory.belief) / 2 },
    { factor: "trend", value: memory.belief },
    { factor: "trend", value: clip(oddsOf(beliefAfter(memory.belief, worry))) },
    { factor: "repetition", value: again * Math.max(0, clip(worry) + 3) },
    { factor: "trend", value: clip(burden) },
    { factor: "repetition", value: whole },
    // Thanks and courtesies are said twice without need.
    { factor: "repetition", value: whole * -Math.max(0, sentiment) },
  ];
}

function clip(value: number): number {
  return Math.max(-4, Math.min(4, value)) / 2;
}

/** Probability that a human should take over, and what each sign added. */
export function riskBy(
  model: HandoffModel,
  turn: SpokenTurn,
  around: Around,
): { score: number; added: { factor: Sign["factor"]; by: number }[] } {
  const heard = { worry: worryOf(model, turn), burden: burdenOf(model, turn.by, around.memory) };
  const weights = model.signs[turn.by];
  const added = signsOf(turn, around, heard, model.limits).map(({ factor, value }, i) => ({
    factor,
    by: value * weights[i]!,
  }));
  const sum = added.reduce((total, { by }) => total + by, 0);
  return { score: 1 / (1 + Math.exp(-sum)), added };
}
