import { cut } from "@yiwen/shared";
import { bare } from "../nlu/normalise.ts";
import { spokenMemory } from "./risk.ts";
import { intentChoices, sayChoices } from "./skills/speak.ts";
import type { DialogueState } from "./state.ts";
import type { Step, Turn } from "./turn.ts";

const phrases = {
  zh: "我能答的还是刚才那些，看来没有解决您的问题。要不要我请人工客服来看一下？您也可以换个说法再问我。",
  en: "What I said above is all I have, and it doesn't seem to help. Shall I get a person to look at it? You can also put it another way.",
};
const shown = 200;
/** Said for the third time in a row, it is no answer. */
const handsOverAt = 3;
/** Courtesies may be the same; nobody waits for more from them. */
const courtesies = new Set(["smallTalk", "welcome", "askedForHuman", "escalation"]);

/** Keeps the bot from saying the same thing again: the second time a human is offered, the third time asked for. */
export function withoutRepeating(before: DialogueState, step: Step, asked: string): Step {
  const text = spoken(step.turns);
  if (courtesies.has(step.skill) || text === "") return step;
  const mark = markOf(text);
  const times = before.said?.mark === mark ? before.said.times + 1 : 1;
  const dialogue = { ...step.dialogue, said: { mark, times }, memory: spokenMemory(text, step.dialogue) };
  if (times === 1) return { ...step, dialogue };
  const { language } = dialogue;
  if (times >= handsOverAt) {
    const reasons = [{ code: "repeated_question" as const, times, text: cut(asked, shown) }];
    return { ...step, dialogue, outcome: "handedOver", turns: [{ do: "handOver", reasons }] };
  }
  const offer = sayChoices(phrases[language], intentChoices(["human"], language));
  return { ...step, dialogue, turns: [...step.turns.filter(({ do: what }) => what !== "say"), offer] };
}

function spoken(turns: Turn[]): string {
  const words = turns.flatMap((turn) => {
    if (turn.do !== "say" || !("text" in turn.content)) return [];
    const { content } = turn;
    return [content.text, ...(content.kind === "choices" ? content.choices.map(({ label }) => label) : [])];
  });
  return words.join("\n");
}

/** A short mark of a text: the state keeps it instead of the text. */
function markOf(text: string): string {
  let hash = 5381;
  for (const letter of bare(text)) hash = (Math.imul(hash, 33) ^ letter.codePointAt(0)!) >>> 0;
  return hash.toString(36);
}
