import type { Guess } from "@yiwen/shared";
import type { Scores } from "./card.ts";

const bins = 15;

/** How often the first guess is right, and one of the first three (per cent), and how far probabilities are from that (0 to 1). */
export function scoresOf(guessed: { label: string; guesses: Guess[] }[]): Scores {
  const sums = Array.from({ length: bins }, () => ({ said: 0, right: 0 }));
  let first = 0;
  let three = 0;
  for (const { label, guesses } of guessed) {
    const { intent, confidence } = guesses[0]!;
    const bin = sums[Math.min(bins - 1, Math.floor(confidence * bins))]!;
    bin.said += confidence;
    if (intent === label) {
      bin.right++;
      first++;
    }
    if (guesses.slice(0, 3).some((guess) => guess.intent === label)) three++;
  }
  const texts = guessed.length;
  const off = sums.reduce((sum, { said, right }) => sum + Math.abs(said - right), 0);
  return { texts, first: (100 * first) / texts, three: (100 * three) / texts, error: off / texts };
}
