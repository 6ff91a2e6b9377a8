import { type Choice, cut } from "@yiwen/shared";
import { bare } from "../nlu/normalise.ts";
import { isAlike, questionWords } from "./escalate.ts";
import { spokenMemory } from "./risk.ts";
import { orderStatus } from "./skills/index.ts";
import { intentChoices, sayChoices } from "./skills/speak.ts";
import type { DialogueState } from "./state.ts";
import type { Step, Turn } from "./turn.ts";

const phrases = {
  zh: {
    again: "我能答的还是刚才那些，看来没有解决您的问题。要不要我请人工客服来看一下？您也可以换个说法再问我。",
    neither: "这一点商品资料里也没有标注，可以请人工客服确认。",
  },
  en: {
    again:
      "What I said above is all I have, and it doesn't seem to help. Shall I get a person to look at it? You can also put it another way.",
    neither: "The product page doesn't say that either. A person can find out for you.",
  },
};
const shown = 200;
/** Said for the third time in a row, it is no answer. */
const handsOverAt = 3;
/** Courtesies may be the same; nobody waits for more from them. */
const courtesies = new Set(["smallTalk", "welcome", "askedForHuman", "escalation"]);

/**
 * Keeps the bot from answering the same question alike again: the second time a human is offered, the third time asked
 * for. Another question with the same answer gets it, in fewer words where the answer is only that nothing is stated.
 */
export function withoutRepeating(before: DialogueState, step: Step, asked: string): Step {
  const text = spoken(step.turns);
  if (courtesies.has(step.skill) || text === "") return step;
  const mark = markOf(text);
  const isSaidAgain = before.said?.mark === mark;
  const isAskedAgain = isSaidAgain && isAlike(before.said?.asked ?? "", asked);
  const times = isAskedAgain && !isLookedUp(step) ? before.said!.times + 1 : 1;
  const said = { mark, times, asked: questionWords(asked) };
  const dialogue = { ...step.dialogue, said, memory: spokenMemory(text, step.dialogue) };
  const { language } = dialogue;
  if (times >= handsOverAt) {
    const reasons = [{ code: "repeated_question" as const, times, text: cut(asked, shown) }];
    return { ...step, dialogue, outcome: "handedOver", turns: [{ do: "handOver", reasons }] };
  }
  if (times === 1 && !(isSaidAgain && step.isOpen)) return { ...step, dialogue };
  const words = phrases[language][times === 1 ? "neither" : "again"];
  const offer = sayChoices(words, intentChoices(["human"], language));
  return { ...step, dialogue, turns: [...step.turns.filter(({ do: what }) => what !== "say"), offer] };
}

/** An order and a list to pick from are looked up anew: whoever comes back wants to see them again. */
function isLookedUp({ skill, outcome, turns }: Step): boolean {
  if (skill === orderStatus.name && outcome === "asked") return true;
  return turns.some((turn) => {
    if (turn.do !== "say") return false;
    const { content } = turn;
    return content.kind === "order" || (content.kind === "choices" && content.choices.some(picks));
  });
}

const picks = ({ action }: Choice) => action.do === "consult";

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
