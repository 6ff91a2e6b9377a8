import { expect, test } from "vitest";
import { play, shopFacts } from "../../test/support/dialogue-shop.ts";
import type { Step } from "./turn.ts";

const reasonsOf = ({ turns }: Step) => turns.flatMap((turn) => (turn.do === "handOver" ? turn.reasons : []));
const codes = (lines: Parameters<typeof play>[0], scenario?: Parameters<typeof play>[1]) =>
  play(lines, scenario)
    .map((step) => reasonsOf(step).map(({ code }) => code))
    .slice(1);

test("DL27 asking for a human hands over, in both languages; refusing one doesn't", () => {
  expect(codes(["转人工"])).toEqual([["asked_for_human"]]);
  expect(codes(["can I talk to a real person"], { locale: "en" })).toEqual([["asked_for_human"]]);
  expect(codes(["不用转人工，多少钱"], { consult: { productId: "tee" } })).toEqual([[]]);
});

test("DL28 a trend at or below the shop's threshold hands over with the numbers", () => {
  const [, , angry] = play(["有L码吗", "你们什么垃圾服务，太差了，气死我了"], { consult: { productId: "tee" } });
  const [reason] = reasonsOf(angry!);
  expect(reason).toMatchObject({ code: "sentiment", threshold: -0.4 });
  expect(reason?.code === "sentiment" && reason.trend).toBeLessThanOrEqual(-0.4);
});

test("DL28 anger in English hands over too", () => {
  expect(codes(["This is terrible, the worst shop ever, I'm furious!!"], { locale: "en" }).flat()).toContain(
    "sentiment",
  );
});

test("DL28 service words without anger don't hand over", () => {
  const calm = ["我要退货", "质量有问题吗", "坏了怎么修", "怎么取消订单", "my item is broken, can I return it"];
  expect(codes(calm).flat()).toEqual([]);
});

test("DL29 the same question the third time hands over; another size is another question", () => {
  const [first, second, third] = codes(["运费怎么算", "运费怎么算？", "请问运费怎么算"]);
  expect([first, second]).toEqual([[], []]);
  expect(third).toEqual(["repeated_question"]);
  expect(codes(["有L码吗", "有M码吗", "有S码吗"], { consult: { productId: "tee" } }).flat()).toEqual([]);
  expect(codes(["你好", "你好", "你好"]).flat()).toEqual([]);
});

test("DL30 two misses in a row hand over; an answer between starts the count again", () => {
  const [, second] = codes(["噼里啪叽咕", "呜啦呜啦咪"]);
  expect(second).toEqual(expect.arrayContaining(["fallbacks", "low_confidence"]));
  expect(codes(["噼里啪叽咕", "运费怎么算", "呜啦呜啦咪"]).flat()).toEqual([]);
});

test.each([
  "再不处理我打12315了",
  "我要找律师起诉你们",
  "我要找媒体曝光",
  "吃了你们的东西食物中毒了",
  "I will take legal action",
])("DL31 a risky topic hands over: %s", (text) => {
  expect(codes([text]).flat()).toContain("risky_topic");
});

test("DL32 escalation comes before the skill that waits for an answer", () => {
  const [asked, risky] = play(["多少钱", "保温杯，不然我打12315"]).slice(1);
  expect(asked?.outcome).toBe("asked");
  expect(risky).toMatchObject({ skill: "escalation", outcome: "handedOver" });
});

test("DL33 after a human gives it back the counts and the trend start again", () => {
  const back = { type: "returned", why: "agent" } as const;
  const lines = ["运费怎么算", "运费怎么算", "太差劲了，我很生气", back, "运费怎么算", "阿巴阿巴嘎"];
  const steps = play(lines).slice(-2);
  expect(steps.flatMap(reasonsOf)).toEqual([]);
});

test("DL29 a shop's own limits count", () => {
  const facts = shopFacts({ handoff: { repeats: 2 } });
  expect(codes(["运费怎么算", "运费怎么算"], { facts })[1]).toEqual(["repeated_question"]);
});

test("DL89 what is surely no matter of a shop's is no miss that hands over", () => {
  const chat = ["今天天气怎么样", "what's the weather in Shanghai", "tell me a joke"];
  const played = play(chat).slice(1);
  expect(played.map(({ outcome }) => outcome)).toEqual(["fellBack", "fellBack", "fellBack"]);
});
