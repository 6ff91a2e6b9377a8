import type { Language, Sentiment } from "@yiwen/shared";
import { detectLanguage } from "../language.ts";
import { type FeltText, feelings } from "./model.ts";

/** What a reader of feelings is worth on labelled messages; shares are 0 to 1, NaN where nothing was there to share. */
export type SentimentFigures = {
  count: number;
  accuracy: number;
  macroF1: number;
  /** Rows are what it was, columns what it was taken for, both in the order of `feelings`. */
  confusion: number[][];
  /** Of the messages that are negative, those called so. */
  negativeRecall: number;
  /** Of the messages that are neutral, those called negative. */
  falseAlarms: number;
  /** Of the messages that are not neutral, those on the right side of zero. */
  binary: number;
};

type Reader = (text: string, language: Language) => Sentiment;

/** Reads labelled messages and compares; `sentimentOf` reads as the bot does. */
export function measureSentiment(messages: FeltText[], read: Reader): SentimentFigures {
  const confusion = feelings.map(() => feelings.map(() => 0));
  let sided = 0;
  for (const { text, label, language } of messages) {
    const { score, label: taken } = read(text, language ?? detectLanguage(text, "zh"));
    const row = confusion[feelings.indexOf(label)]!;
    row[feelings.indexOf(taken)]! += 1;
    if (label !== "neutral" && score !== 0 && score > 0 === (label === "positive")) sided++;
  }
  const [negative, neutral, positive] = confusion.map((row) => row.reduce((a, b) => a + b, 0)) as [
    number,
    number,
    number,
  ];
  const right = feelings.reduce((sum, _, at) => sum + confusion[at]![at]!, 0);
  return {
    count: messages.length,
    accuracy: right / messages.length,
    macroF1: macroF1(confusion),
    confusion,
    negativeRecall: confusion[0]![0]! / negative,
    falseAlarms: confusion[1]![0]! / neutral,
    binary: sided / (negative + positive),
  };
}

/** Mean of the classes' F1, of those that occur. */
export function macroF1(confusion: number[][]): number {
  const present = confusion.flatMap((row, at) => {
    const is = row.reduce((a, b) => a + b, 0);
    const called = confusion.reduce((sum, other) => sum + other[at]!, 0);
    return is === 0 ? [] : [(2 * row[at]!) / (is + called)];
  });
  return present.reduce((a, b) => a + b, 0) / present.length;
}
