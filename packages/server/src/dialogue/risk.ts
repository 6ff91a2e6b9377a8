import { type Foreseen, foresee, shippedHandoff } from "../nlu/handoff/foresee.ts";
import { blankMemory, type Memory, remember } from "../nlu/handoff/memory.ts";
import { worryOf } from "../nlu/handoff/words.ts";
import type { DialogueState } from "./state.ts";
import type { Understood } from "./turn.ts";

type Said = { text: string; understood: Understood };

/** How likely it is that only a human helps after this message, by all that was said since the bot has had the floor. */
export function riskOf({ text, understood }: Said, { memory = blankMemory }: DialogueState): Foreseen {
  const { sentiment, trend, confidence } = understood;
  return foresee(text, { memory, sentiment: sentiment.score, trend, confidence });
}

/** What is remembered of the dialogue after a message of the shopper's. */
export function heardMemory({ text }: Said, { memory = blankMemory }: DialogueState): Memory {
  const turn = { by: "shopper" as const, text };
  const worry = worryOf(shippedHandoff, turn);
  return remember(memory, turn, { worry, limits: shippedHandoff.limits });
}

/** What is remembered of the dialogue after the bot's words. */
export function spokenMemory(text: string, { memory = blankMemory }: DialogueState): Memory {
  return remember(memory, { by: "bot", text }, { worry: 0, limits: shippedHandoff.limits });
}
