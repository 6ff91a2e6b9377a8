import type { Language } from "@yiwen/shared";
import { featuresOf } from "../intents/features.ts";
import { hashOf } from "../intents/space.ts";
import { normalise } from "../normalise.ts";
import { grievancesIn } from "./grievances.ts";
import { wordsWeigh } from "./lexicon.ts";

/** How many places features, and runs of letters, are hashed to. */
export const places = 2 ** 16;
/** Longer messages are read to here. */
const longest = 400;
const longestGram = 3;

/** What is seen of a message; signs are what lexicon and rules say, each 0 or above. */
export type Seen = {
  /** Places of what intents are read by. */
  at: number[];
  /** Places of its runs of letters, by which good and bad are told apart: reviews are many, and long. */
  runs: number[];
  /** 1, bad words, good words, grievances, length, shouting, English. */
  signs: number[];
  /** How strong its words are, whatever they mean: 0 for one plain word, 1 for two strong ones. */
  strength: number;
};

/** Faces say a mood without a word; those that merely smile are politeness. */
const angryFaces = /[😡😠🤬💢👎🖕😤😒🙄💩]|\[(?:怒|发怒|抓狂|鄙视|弱|吐|白眼)\]/u;
const gladFaces = /[👍😍🥰❤💯🎉😘]|\[(?:强|鼓掌|爱心|赞)\]/u;
const faceWeight = 3;

/** How many signs there are. */
export const signCount = 7;

/** What the models read of a message. */
export function seenIn(text: string, language: Language): Seen {
  const plain = normalise(text).slice(0, longest);
  const at = [...new Set(featuresOf(text).map((feature) => hashOf(feature) % places))];
  const words = wordsWeigh(plain, language);
  const bad = words.bad + (angryFaces.test(text) ? faceWeight : 0);
  const good = words.good + (gladFaces.test(text) ? faceWeight : 0);
  const grievance = -grievancesIn(plain);
  const isShouting = /[!！]{2,}|[?？]{3,}/.test(plain) || /\b[A-Z]{4,}(?:\s+[A-Z]{2,}){2,}/.test(text);
  const signs = [
    1,
    Math.min(2, bad / 3),
    Math.min(2, good / 3),
    Math.min(2, grievance / 3),
    Math.min(1, plain.length / 30),
    isShouting ? 1 : 0,
    language === "en" ? 1 : 0,
  ];
  const strength = Math.max(0, Math.min(1, (Math.max(bad, good) + grievance - 3) / 4));
  return { at, runs: runsOf(plain), signs, strength };
}

/** Runs of one to three letters from each that is no ASCII letter or digit: Chinese needs no dictionary then. */
function runsOf(text: string): number[] {
  const found = new Set<number>();
  for (let start = 0; start < text.length; start++) {
    const code = text.charCodeAt(start);
    if (code < 128 && code !== exclamation && code !== question) continue;
    let hash = 17;
    for (let n = 0; n < longestGram && start + n < text.length; n++) {
      hash = Math.imul(hash ^ text.charCodeAt(start + n), 0x9e3779b1);
      hash ^= hash >>> 15;
      found.add((hash >>> 3) % places);
    }
  }
  return [...found];
}

const exclamation = 33;
const question = 63;
