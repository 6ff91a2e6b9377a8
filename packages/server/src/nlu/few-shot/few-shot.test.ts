import { expect, test } from "vitest";
import { createExamples, noExamples } from "./examples.ts";
import { withExamples } from "./with-examples.ts";

const sure = [
  { intent: "logistics", confidence: 0.95 },
  { intent: "returnGoods", confidence: 0.03 },
];
const unsure = [
  { intent: "logistics", confidence: 0.4 },
  { intent: "returnGoods", confidence: 0.35 },
];
const examples = createExamples([
  { text: "东西我不想要了怎么弄回去", intent: "returnGoods" },
  { text: "can you pick the stuff back up", intent: "returnGoods" },
  { text: "能帮我打个蝴蝶结吗", intent: "other" },
]);
const top = (guesses: { intent: string; confidence: number }[]) => guesses[0];

test("NL60 the words that were corrected are what the agent said, however sure the model was", () => {
  for (const text of ["东西我不想要了怎么弄回去", "东西我不想要了，怎么弄回去？？", "東西我不想要了怎麼弄回去"]) {
    expect(top(withExamples(sure, text, examples)), text).toMatchObject({ intent: "returnGoods" });
    expect(top(withExamples(sure, text, examples))!.confidence, text).toBeGreaterThan(0.9);
  }
  expect(top(withExamples(sure, "Can you pick the stuff back up?", examples))?.intent).toBe("returnGoods");
});

test("NL61 words near to them lean that way: alone against a sure model they are a choice, with it they act", () => {
  const text = "东西不想要了要怎么弄回去";
  const against = withExamples(sure, text, examples);
  const along = withExamples(unsure, text, examples);
  const share = (guesses: typeof sure) => guesses.find(({ intent }) => intent === "returnGoods")!.confidence;
  expect(share(against)).toBeGreaterThan(0.5);
  expect(share(along)).toBeGreaterThan(share(against));
  expect(share(along)).toBeGreaterThan(0.7);
});

test.each(["东西什么时候到", "怎么弄发票", "你好", "can you tell me the price", "不想要了", ""])(
  "NL62 other words are left to the model: %s",
  (text) => {
    expect(withExamples(sure, text, examples)).toBe(sure);
  },
);

test("NL62 without examples nothing changes", () => {
  expect(withExamples(sure, "东西我不想要了怎么弄回去", noExamples)).toBe(sure);
});

test("NL61 of two corrections the nearer wins, and probabilities stay probabilities", () => {
  const both = createExamples([
    { text: "你们这个券怎么领", intent: "coupon" },
    { text: "你们这个券怎么退", intent: "returnGoods" },
  ]);
  const guesses = withExamples(unsure, "你们这个券怎么退呀", both);
  expect(top(guesses)?.intent).toBe("returnGoods");
  expect(guesses.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThanOrEqual(1);
  expect(guesses.map(({ confidence }) => confidence)).toEqual(
    guesses.map(({ confidence }) => confidence).toSorted((a, b) => b - a),
  );
});

test("NL61 an intent that the model does not know is learnt from examples alone", () => {
  expect(top(withExamples(sure, "能帮我打个蝴蝶结吗", examples))).toMatchObject({ intent: "other" });
});
