import type { Language, Locale } from "@yiwen/shared";
import type { Memory } from "../nlu/handoff/memory.ts";

/** A skill that was begun: its machine's state as plain data. */
export type Frame = {
  skill: string;
  value: string;
  context: Record<string, unknown>;
  /** Its open question was asked again once; it isn't asked a third time. */
  resumed?: true;
};

/** All that the dialogue remembers between two inputs. Plain JSON under 2 KB: it is stored with every step. */
export type DialogueState = {
  locale: Locale;
  /** Language of the shopper's last message. */
  language: Language;
  /** The product spoken of, and what was chosen of it: attribute to value, as its SKUs name them. */
  product?: { id: string; chosen: Record<string, string> };
  /** Products last named or listed where it is open which is meant, in the order they were shown. */
  candidates?: string[];
  /** Those listed last, after one of them was picked: "那第三个呢" is still about them. */
  listed?: string[];
  /** Products spoken of before the one on the table, the latest first. */
  recent?: string[];
  /** The last question, whole, for what depends on it: "那换货呢", "我问的是退货". */
  asked?: { text: string; intent: string; isOfGoods?: true };
  /** The section of the shop's pages last cited, and what it was about, for what only goes on with it. */
  cited?: { id: string; intent: string };
  /** The order spoken of. */
  orderId?: string;
  /** The last intent that something was answered to, for follow-ups. */
  lastIntent?: string;
  /** What the bot last said, as a short mark, to which question's bare words, and how often in a row. */
  said?: { mark: string; times: number; asked?: string };
  /** Skills begun, the one spoken to last at the end. */
  stack: Frame[];
  /** Sentiment of the last messages, the newest last. */
  moods: number[];
  /** The last questions, bared of punctuation, and how often each was asked. */
  questions: { text: string; times: number }[];
  /** What foresees handoffs; undefined before the first message. */
  memory?: Memory;
  /** Messages in a row that fell back, and that were understood poorly. */
  fallbacks: number;
  lowConfidence: number;
  /** Coupons this shopper has, from earlier conversations too. */
  granted: string[];
};

/** The dialogue before the first input; `granted` are coupon ids the shopper got earlier. */
export function initialDialogue({ locale, granted }: { locale: Locale; granted: string[] }): DialogueState {
  return {
    locale,
    language: languageOf(locale),
    stack: [],
    moods: [],
    questions: [],
    fallbacks: 0,
    lowConfidence: 0,
    granted: [...granted],
  };
}

/** The language a locale reads. */
export function languageOf(locale: Locale): Language {
  return locale === "en" ? "en" : "zh";
}

/** How many products spoken of before are remembered, and how many letters of the last question. */
export const recentKept = 3;
export const askedLength = 80;

/** How many skills may lie on the stack; the one left longest is dropped. */
export const stackDepth = 3;
