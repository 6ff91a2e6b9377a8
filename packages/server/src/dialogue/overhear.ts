import type { Entity, Guess, Language, Locale } from "@yiwen/shared";
import { entitiesIn } from "../nlu/entities.ts";
import { withExamples } from "../nlu/few-shot/with-examples.ts";
import { intentsIn } from "../nlu/intents/intents-in.ts";
import { detectLanguage } from "../nlu/language.ts";
import { readable } from "../nlu/normalise.ts";
import { sentimentOf } from "../nlu/sentiment/sentiment-of.ts";
import { trendOf } from "../nlu/sentiment/trend.ts";
import type { Facts } from "./facts.ts";
import { type DialogueState, languageOf } from "./state.ts";
import type { Understood } from "./turn.ts";

const alternativesKept = 3;
/** Below this the best guess is no guess. */
const namelessBelow = 0.15;

/** The language of a message, given what was spoken before. */
export function languageIn(text: string, dialogue: DialogueState, locale: Locale): Language {
  return detectLanguage(text, dialogue.moods.length > 0 ? dialogue.language : languageOf(locale));
}

/** What is told of a message: the best intent, the next ones, what it names and how it feels. */
export function told(
  text: string,
  { language, guesses, entities }: { language: Language; guesses: Guess[]; entities: Entity[] },
  { moods }: DialogueState,
): Understood {
  const sentiment = sentimentOf(text, language);
  const [best, ...others] = guesses;
  return {
    language,
    intent: best && best.confidence >= namelessBelow ? best.intent : "other",
    confidence: round(best?.confidence ?? 0),
    alternatives: others.slice(0, alternativesKept).map((guess) => ({ ...guess, confidence: round(guess.confidence) })),
    entities,
    sentiment,
    trend: trendOf([...moods, sentiment.score]),
  };
}

/**
 * What a message means where a human answers: intent and mood, for the agent's eyes. Goods and follow-ups, which cost
 * most of understanding, are left to the human.
 */
export function overhear(
  raw: string,
  { dialogue, facts, locale }: { dialogue: DialogueState; facts: Pick<Facts, "examples">; locale: Locale },
): Understood {
  const text = readable(raw);
  const language = languageIn(text, dialogue, locale);
  return told(
    text,
    { language, guesses: withExamples(intentsIn(text), text, facts.examples), entities: entitiesIn(text) },
    dialogue,
  );
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
