import { expect, test } from "vitest";
import { demoFacts } from "../../../test/support/demo-facts.ts";
import { orders, play, wordsOf } from "../../../test/support/dialogue-shop.ts";
import { enFollowUps } from "../../../test/support/follow-ups/en.ts";
import type { FollowUp, FollowUpKind } from "../../../test/support/follow-ups/follow-up.ts";
import { zhFollowUps } from "../../../test/support/follow-ups/zh.ts";

const facts = demoFacts();

type Case = FollowUp & { locale: "zh-CN" | "en"; title: string };

/** The dialogues of a kind, in both languages. */
function all(kind: FollowUpKind): Case[] {
  const titled = (locale: Case["locale"]) => (one: FollowUp) => ({
    ...one,
    locale,
    title: [one.from, ...one.lines].filter(Boolean).join(" / "),
  });
  return [...zhFollowUps[kind].map(titled("zh-CN")), ...enFollowUps[kind].map(titled("en"))];
}

function check({ from, lines, rewritten, intent, product, says, locale }: Case): void {
  const played = play(lines, { facts, locale, orders, ...(from && { consult: { productId: from } }) });
  const last = played.findLast(({ understood }) => understood)!;
  const { understood } = last;
  if (rewritten === null) expect(understood?.rewritten).toBeUndefined();
  else if (typeof rewritten === "string") expect(understood?.rewritten).toBe(rewritten);
  else expect(understood?.rewritten).toMatch(rewritten);
  if (intent) expect(understood?.intent).toBe(intent);
  if (product) expect(last.dialogue.product?.id).toBe(product);
  if (says) expect(wordsOf(last)).toMatch(says);
}

test.each(all("within a product"))("NL50 about the product on the table: $title", check);
test.each(all("an ellipsis"))("NL50 a bare question is about the product on the table: $title", check);
test.each(all("a pronoun"))("NL51 a pronoun or a place in a list is the product it stands for: $title", check);
test.each(all("another domain"))("NL52 one word names another matter: $title", check);
test.each(all("the same question of another thing"))("NL53 the last question of another thing: $title", check);
test.each(all("away and back"))("NL54 back to what was spoken of before: $title", check);
test.each(all("a repair"))("NL55 a correction asks anew: $title", check);
test.each(all("what only looks like one"))("NL56 left as it is: $title", check);
