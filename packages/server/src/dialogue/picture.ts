import type { Content } from "@yiwen/shared";
import type { DialogueState } from "./state.ts";
import type { Step } from "./turn.ts";
import { humanChoice } from "./words.ts";

/** Stands where other answers leave their mark; theirs are never this word. */
const mark = "a picture";

const words = {
  zh: {
    first: "图片收到了。我是机器人，看不懂图片里的内容：您可以用文字告诉我想问什么，或者请人工客服来看这张图片。",
    again: "这张也收到了，人工客服都能看到。您可以用文字说说情况，或者请人工客服来看。",
  },
  en: {
    first:
      "I've got your picture, but I'm a bot and can't look at pictures. Tell me in words what it's about, or let a person have a look at it.",
    again:
      "Got this one too; a person can see them all. Tell me in words what it's about, or let a person have a look.",
  },
};

/**
 * The bot's answer to a picture: what is true. It is no question that was not understood, so nothing is counted, and
 * what a skill has asked stays open.
 */
export function answerPicture(dialogue: DialogueState): Step {
  const { language, said } = dialogue;
  const times = said?.mark === mark ? said.times + 1 : 1;
  const text = words[language][times === 1 ? "first" : "again"];
  const content: Content = { kind: "choices", text, choices: [humanChoice[language]] };
  return {
    dialogue: { ...dialogue, said: { mark, times } },
    skill: "picture",
    outcome: "answered",
    turns: [{ do: "say", content }],
  };
}
