import type { Guess } from "@yiwen/shared";
import { type Examples, nearFrom } from "./examples.ts";

/** How much the nearest example counts against the model: hardly half at the edge, nearly all where the words are the same. */
const trustAtEdge = 0.45;
const trustAtSame = 0.98;

/**
 * The model's guesses with a shop's own examples blended in. An example takes its share of the probability by how near
 * it is, and leaves the rest to the model: the same words act, words that are somewhat like it become one of the
 * choices, and where the model leans the same way the two add up.
 */
export function withExamples(guesses: Guess[], text: string, examples: Examples): Guess[] {
  const near = examples.near(text);
  if (near.length === 0) return guesses;
  // The farthest first, so that the nearest has the last word.
  return near.reduceRight((blended, { intent, similarity }) => mix(blended, intent, trustOf(similarity)), guesses);
}

function trustOf(similarity: number): number {
  return trustAtEdge + ((trustAtSame - trustAtEdge) * (similarity - nearFrom)) / (1 - nearFrom);
}

function mix(guesses: Guess[], intent: string, trust: number): Guess[] {
  const known = guesses.some((guess) => guess.intent === intent) ? guesses : [...guesses, { intent, confidence: 0 }];
  return known
    .map((guess) => ({
      intent: guess.intent,
      confidence: guess.confidence * (1 - trust) + (guess.intent === intent ? trust : 0),
    }))
    .sort((a, b) => b.confidence - a.confidence);
}
