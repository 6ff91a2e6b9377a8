import type { Language, Sentiment } from "@yiwen/shared";
import { seenIn } from "./features.ts";
import { allSigns, balanceOf, type FeelingModel, probabilitiesOf } from "./model.ts";

/** Words that are not strong make no more of a score than this, so it takes several such messages to alarm. */
const mild = 0.5;

/** Chosen on real lines kept out of training: lower would take more than 3 in 100 neutral ones for angry. */
const alarmFrom = 0.63;

/** Who writes so many letters on the good side, by words and reviews, means it; sarcasm is short. */
const tale = 20;

/** How a message feels by a model: the class it most likely is, and -1 to 1, further from 0 where its words are stronger. */
export function feelingBy(model: FeelingModel, text: string, language: Language): Sentiment {
  const seen = seenIn(text, language);
  const signs = allSigns(model, seen);
  const [bad, calm, good] = probabilitiesOf(model, seen.at, signs) as [number, number, number];
  const balance = balanceOf(signs);
  const isPraise = text.length >= tale && balance > 1;
  const isBad = bad > good && bad / (bad + calm) >= alarmFrom && !isPraise;
  const label = isBad ? "negative" : good > calm && good > bad ? "positive" : "neutral";
  // Service talk says little of which side a calm message leans to; reviews and words know better.
  const odds = Math.log((good + 1e-9) / (bad + 1e-9));
  const leaning = label === "neutral" ? odds + balance : odds;
  const score = (1 - calm) * Math.tanh(leaning / 2) * (mild + (1 - mild) * seen.strength);
  return { score: Math.round(score * 1000) / 1000, label };
}
