import { detectLanguage } from "../language.ts";
import { trendOf } from "../sentiment/trend.ts";
import type { SpokenDialogue, SpokenTurn } from "./dialogue.ts";
import { blankMemory, type Limits, remember } from "./memory.ts";
import type { Around } from "./model.ts";

/** Feeling of a text, -1 to 1. */
export type Mood = (text: string, language: "zh" | "en") => { score: number };

/** A turn with what was known before it, and what its words speak for a handoff. */
export type Walked = { turn: SpokenTurn; around: Around; worry: number };

const usualConfidence = 0.7;

type Walk = { mood: Mood; limits: Limits; worry: (turn: SpokenTurn) => number };

/** A dialogue turn by turn, with what was known before each. */
export function walk({ turns }: SpokenDialogue, { mood, limits, worry }: Walk): Walked[] {
  let memory = blankMemory;
  const moods: number[] = [];
  return turns.map((turn) => {
    const sentiment = turn.sentiment ?? moodOf(turn, mood);
    if (turn.by === "shopper") moods.push(sentiment);
    const around = { memory, sentiment, trend: trendOf(moods), confidence: turn.confidence ?? usualConfidence };
    const worried = worry(turn);
    memory = remember(memory, turn, { worry: worried, limits });
    return { turn, around, worry: worried };
  });
}

function moodOf({ by, text }: SpokenTurn, mood: Mood): number {
  return by === "shopper" ? mood(text, detectLanguage(text, "zh")).score : 0;
}
