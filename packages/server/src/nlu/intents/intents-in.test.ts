import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { intentsPage } from "../../../training/intents-page.ts";
import { loadBytes, loadLines } from "../load-data.ts";
import { calibrated, classify, trainClassifier, wholeOf } from "./classifier.ts";
import { intentsIn } from "./intents-in.ts";
import { askFor, intents } from "./registry.ts";
import { allSentences, intentLabels, sourceOf } from "./sentences.ts";
import { parted, trainIntents } from "./train-intents.ts";
import { packWeights, unpackWeights } from "./weights.ts";

const bytes = loadBytes("weights/intents.bin");

test("NL1 every intent has at least eighty sentences in Chinese and eighty in English, none of them twice", () => {
  const seen = new Map<string, string>();
  for (const intent of [...intents, "outside"]) {
    const sentences = loadLines(`intents/${intent}.txt`);
    const chinese = sentences.filter((text) => /\p{Script=Han}/u.test(text));
    expect([intent, chinese.length >= 80, sentences.length - chinese.length >= 80]).toEqual([intent, true, true]);
    for (const text of sentences) {
      expect([text, intent, seen.get(text) ?? intent]).toEqual([text, intent, intent]);
      seen.set(text, intent);
    }
    expect(new Set(sentences).size, intent).toBe(sentences.length);
  }
});

test("NL2 the page about intents is what the registry says", () => {
  expect(readFileSync(new URL("../../../../../docs/intents.md", import.meta.url), "utf8")).toBe(intentsPage());
});

test("NL3 the weights that ship were trained on exactly the sentences that are there, and are small", () => {
  const { source, classifier } = unpackWeights(bytes);
  expect(source).toBe(sourceOf(allSentences()));
  expect(classifier.labels).toEqual(intentLabels);
  const all = ["intents", "sentiment", "handoff"].map((name) => loadBytes(`weights/${name}.bin`).length);
  expect(all.reduce((sum, length) => sum + length)).toBeLessThanOrEqual(3_000_000);
});

test("NL4 a classifier trains on any labelled texts, always alike, and comes through its bytes", () => {
  const texts = [
    "open the door",
    "open it",
    "please open",
    "close the door",
    "close it now",
    "shut it",
    "关门",
    "把门关上",
    "开门",
    "开一下门",
  ];
  const examples = texts.map((text) => ({ text, label: /open|开/.test(text) ? "open" : "close" }));
  const [one, two] = [trainClassifier(examples), trainClassifier(examples)];
  expect(packWeights(one, "x")).toEqual(packWeights(two, "x"));
  const back = unpackWeights(packWeights(one, "x")).classifier;
  for (const text of ["open the window", "门关一下"]) {
    const [first, again] = [classify(one, text)[0]!, classify(back, text)[0]!];
    expect(again.intent).toBe(first.intent);
    expect(again.confidence).toBeCloseTo(first.confidence, 1);
  }
  expect(classify(back, "close the gate")[0]?.intent).toBe("close");
});

test("NL100 a character that no example has is read by its radical", () => {
  const examples = [
    ...["头痛", "皮癣", "瘫了", "有疤", "长痘", "疯了", "胃痉挛", "生疮"].map((text) => ({ text, label: "illness" })),
    ...["煮饭", "烤肉", "炒菜", "烧水", "焖鸡", "炸鱼", "煎蛋", "熬粥"].map((text) => ({ text, label: "kitchen" })),
  ];
  const classifier = trainClassifier(examples, { temperature: 1 });
  for (const text of ["疹", "癌", "痢疾"]) expect(classify(classifier, text)[0]?.intent, text).toBe("illness");
  for (const text of ["炖", "炊", "烩"]) expect(classify(classifier, text)[0]?.intent, text).toBe("kitchen");
});

test("NL101 what is only supposed takes no request back", () => {
  expect(intentsIn("如果我不退货的话，可以退差价吗")[0]?.intent).toBe("priceProtection");
  expect(intentsIn("我不退货了")[0]?.intent).toBe("cancelOrder");
});

test("DL38 of sentences kept out of training seven in ten are understood, and nine in ten of those it is sure of", () => {
  const { learnt, kept } = parted(allSentences());
  const model = calibrated(trainIntents(learnt), kept);
  const heard = kept.map(({ text, label }) => ({ label: wholeOf(label), best: classify(model, text)[0]! }));
  const right = heard.filter(({ label, best }) => best.intent === label);
  const sure = heard.filter(({ best }) => best.confidence >= 0.8);
  expect(right.length / heard.length).toBeGreaterThan(0.7);
  expect(sure.length / heard.length).toBeGreaterThan(0.4);
  expect(sure.filter(({ label, best }) => best.intent === label).length / sure.length).toBeGreaterThan(0.88);
}, 240_000);

test("DL38 the plain question of every intent is understood as that intent, in both languages", () => {
  for (const intent of intents) {
    for (const language of ["zh", "en"] as const) {
      const [best] = intentsIn(askFor(intent, language));
      expect(best?.intent, askFor(intent, language)).toBe(intent);
      expect(best?.confidence, askFor(intent, language)).toBeGreaterThanOrEqual(0.7);
    }
  }
});

test("DL38 probabilities are between 0 and 1, best first, and words nobody taught it leave it unsure", () => {
  const guesses = intentsIn("zxqv 嗄嗄 kkrt");
  expect(guesses[0]!.confidence).toBeLessThan(0.4);
  expect(guesses.map(({ confidence }) => confidence)).toEqual(
    guesses.map(({ confidence }) => confidence).toSorted((a, b) => b - a),
  );
});

test("DL38 a greeting before a question doesn't hide the question", () => {
  expect(intentsIn("你好，我要开发票")[0]?.intent).toBe("invoice");
  expect(intentsIn("hi, where is my order")[0]?.intent).toBe("orderStatus");
});

test.each([
  ["发货了吗？顺便能开发票吗", "urgeShipping", "invoice"],
  ["这件多少钱，有L码吗", "price", "stock"],
  ["我要退货，运费谁出，另外地址也要改一下", "returnGoods", "modifyOrder"],
  ["怎么还不发货！再不发我就投诉了", "urgeShipping", "complaint"],
  ["where is my package and can I get an invoice", "logistics", "invoice"],
])("NL5 what a message says beside its first matter stands near the top: %s", (text, one, other) => {
  const ranked = intentsIn(text);
  const top = ranked.slice(0, 3).map(({ intent }) => intent);
  expect(top).toEqual(expect.arrayContaining([one, other]));
  expect(ranked.find(({ intent }) => intent === other)!.confidence).toBeGreaterThan(0.4);
});
