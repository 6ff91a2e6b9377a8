import { sayChoices } from "./skills/speak.ts";
import type { Step } from "./turn.ts";
import { humanChoice } from "./words.ts";

/** An upset shopper finds the way to a human under whatever the bot says. */
export function withHuman(step: Step): Step {
  const last = step.turns.at(-1);
  if (last?.do !== "say" || (last.content.kind !== "text" && last.content.kind !== "choices")) return step;
  const choices = last.content.kind === "choices" ? last.content.choices : [];
  if (choices.some(({ action }) => action.do === "requestHandoff")) return step;
  const again = sayChoices(last.content.text, [...choices, humanChoice[step.dialogue.language]], last.sources);
  return { ...step, turns: [...step.turns.slice(0, -1), again] };
}
