import { expect, test } from "vitest";
import { shopFacts, wordsOf } from "../../test/support/dialogue-shop.ts";
import { answerPicture } from "./picture.ts";
import { initialDialogue } from "./state.ts";
import { step } from "./step.ts";

const facts = shopFacts();

test.each(["zh-CN", "en"] as const)(
  "UP9 in %s the bot says that it can't look at pictures and offers a human",
  (locale) => {
    const answer = step(initialDialogue({ locale, granted: [] }), { type: "shown" }, facts);
    expect(wordsOf(answer)).toMatch(locale === "en" ? /can't look at pictures/ : /看不懂图片/);
    expect(answer.turns).toMatchObject([{ content: { choices: [{ action: { do: "requestHandoff" } }] } }]);
  },
);

test("UP9 pictures count for nothing: no fallback, no mood, no question, and what was asked stays open", () => {
  const before = {
    ...initialDialogue({ locale: "zh-CN" as const, granted: [] }),
    fallbacks: 1,
    lowConfidence: 1,
    moods: [-0.3],
  };
  let { dialogue } = answerPicture(before);
  for (let i = 0; i < 5; i++) {
    const answer = answerPicture(dialogue);
    expect(answer.outcome).toBe("answered");
    dialogue = answer.dialogue;
  }
  expect({ ...dialogue, said: undefined }).toEqual({ ...before, said: undefined });
});

test("UP9 a second picture is not answered with the same sentence", () => {
  const first = answerPicture(initialDialogue({ locale: "en", granted: [] }));
  expect(wordsOf(answerPicture(first.dialogue))).not.toBe(wordsOf(first));
});
