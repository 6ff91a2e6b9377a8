import type { keepZhCN } from "./zh-CN-keep.ts";

/** Keeping a reply as an answer, in English. */
export const keepEn: typeof keepZhCN = {
  action: "Keep as answer",
  label: "Keep this reply as an answer of the bot's",
  title: "Keep a good answer",
  lead: "The bot will give it to shoppers who ask the same. Take out what is only about this shopper first.",
  question: "The shopper's question",
  answer: "The answer",
  save: "Keep",
  refused: "It seems to hold a phone number, an order number or an email address. Take that out, then keep it.",
  failed: "It could not be kept. Try again in a moment.",
};
