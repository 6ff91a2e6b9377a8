import { expect, test } from "vitest";
import { demoFacts } from "../../test/support/demo-facts.ts";
import { play, wordsOf } from "../../test/support/dialogue-shop.ts";
import { intents } from "../nlu/intents/registry.ts";
import { sentencesOf } from "../nlu/intents/sentences.ts";
import { loadLines } from "../nlu/load-data.ts";
import { isMeant } from "./skills/point-fit.ts";
import { pointOf } from "./skills/policy-points.ts";
import type { Step } from "./turn.ts";

const facts = demoFacts();

function say(lines: string[], productId?: string): Step {
  const locale = /\p{Script=Han}/u.test(lines[0] ?? "") ? "zh-CN" : "en";
  const consult = productId === undefined ? {} : { consult: { productId } };
  return play(lines, { facts, locale, orders: [], ...consult }).at(-1)!;
}

const sectionsOf = ({ turns }: Step) =>
  turns.flatMap((turn) => (turn.do === "say" ? (turn.sources ?? []) : [])).map(({ title }) => title);

test.each<[text: string, productId?: string]>([
  ["iphone15能用吗", "P7005"],
  ["充iphone能充几次", "P7002"],
  ["how many times does it charge iphone", "P7002"],
  ["男朋友过生日送啥好"],
  ["花生过敏能吃吗", "P6003"],
  ["开了会自动断电吗", "P4002"],
  ["亮不亮 护眼不", "P3005"],
])("DL75 a question about goods is answered by no section that only shares its words: %s", (text, productId) => {
  expect(sectionsOf(say([text], productId))).toEqual([]);
});

test.each<[text: string, section: RegExp]>([
  ["我不想换了 直接退钱", /退货|退款/],
  ["退到哪里啊 我的退款", /退款/],
  ["它起球很厉害啊质量问题", /质量问题/],
  ["wrong size, want to swap for a bigger one", /another size/],
  ["they sent me the wrong size", /wrong item/],
  ["送人的话不要放价格单", /纸质发票/],
  ["改成上海徐汇区漕溪北路1号", /地址填错/],
  ["钱扣了订单还是待付款", /付款失败/],
  ["do you ship to macau", /Macao/],
  ["have you got a phone number", /phone number/],
  ["算了不用了 我就问下几点下班", /几点上班/],
])("DL75 of sections that share words the one that is meant answers: %s", (text, section) => {
  expect(sectionsOf(say([text]))[0]).toMatch(section);
});

test("DL75 the wordings of the points seldom fit the training sentences of other matters", () => {
  const labelled = intents.flatMap((intent) => sentencesOf(intent).map((text) => ({ intent, text })));
  const strays = labelled.filter(({ intent, text }) => {
    const point = pointOf(text);
    return point && !isMeant(point.intent, { intent, confidence: 1, alternatives: [] });
  });
  expect(strays.length / labelled.length).toBeLessThan(0.03);
});

test("DL75 Latin words of the points begin where words begin", () => {
  const inside = loadLines("policy-points.txt").flatMap((line) => {
    const [, zh, , when = ""] = line.split("\t");
    return alternativesOf(when).flatMap((one) => (/^(?:\(\?:)*[a-z]/.test(one) ? [`${zh}: ${one}`] : []));
  });
  expect(inside).toEqual([]);
});

/** The alternatives of a pattern, those within groups left together. */
function alternativesOf(pattern: string): string[] {
  let depth = 0;
  const parts = [""];
  for (const token of pattern.match(/\\.|\[(?:\\.|[^\]])*\]|./gu) ?? []) {
    if (token === "(") depth++;
    if (token === ")") depth--;
    if (token === "|" && depth === 0) parts.push("");
    else parts[parts.length - 1] += token;
  }
  return parts;
}

const exceptions = /哪些商品不能无理由退货|Which items can't be returned/;

test.each<[text: string, productId?: string]>([
  ["能退不 都用了一半了"],
  ["拆封了还能退吗"],
  ["can I return it, I have opened it"],
  ["可以试用吗 不喜欢能退不", "P5006"],
  ["不喜欢可以退吗", "P6003"],
])("DL76 what can't be sold again once opened isn't said to be returnable without the exceptions: %s", (text, id) => {
  expect(sectionsOf(say([text], id)).at(-1)).toMatch(exceptions);
});

test("DL76 clothes that were worn or washed have a section of their own, and other goods the general rule alone", () => {
  expect(sectionsOf(say(["衣服洗过一次了还能退吗"]))).toEqual([expect.stringMatching(/吊牌剪了/)]);
  expect(sectionsOf(say(["不喜欢可以退吗"], "P7001"))).toEqual([expect.stringMatching(/7 天无理由/)]);
});

test.each<[text: string, productId?: string]>([
  ["面霜用了脸上起红疹"],
  ["敏感肌用了烂脸能退不", "P5001"],
  ["I used it and my face is swollen"],
])("DL77 a reaction of the skin gets what is to be done at once, and a human: %s", (text, productId) => {
  const step = say([text], productId);
  expect(wordsOf(step)).toMatch(/停用|stop using it/i);
  expect(step).toMatchObject({ skill: "escalation", outcome: "handedOver" });
});

test("DL77 a mild one gets the same with the way to a human, and asking whether it may cause one is no reaction", () => {
  const mild = say(["用了脸好痒"], "P5001");
  expect(wordsOf(mild)).toContain("停用");
  expect(JSON.stringify(mild.turns)).toContain("requestHandoff");
  for (const text of ["会不会过敏", "会长痘吗", "痒不痒"]) {
    const asked = say([text], "P5001");
    expect(wordsOf(asked), text).not.toContain("停用");
    expect(asked.outcome, text).not.toBe("handedOver");
  }
});

test("DL79 a grievance isn't thanked for, praise is", () => {
  expect(wordsOf(say(["杯子有质量问题", "扎得很"]))).not.toContain("谢谢您的认可");
  expect(wordsOf(say(["面霜用了起痘", "痒得很"]))).not.toContain("谢谢您的认可");
  expect(wordsOf(say(["东西收到了很喜欢"]))).toContain("谢谢您的认可");
  expect(wordsOf(say(["杯子碎了怎么办", "你们服务态度真好"]))).toContain("谢谢您的认可");
});
