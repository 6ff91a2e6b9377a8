import { describe, expect, test } from "vitest";
import { createMask, strayPlaceholders } from "../model/mask.ts";
import { createCheck } from "./check.ts";
import { numbersBeyondOf } from "./numbers-beyond.ts";
import type { GroundSource } from "./source.ts";

const length = 4000;
/** What patterns could take long to give up on, alone and before something else. */
const pieces = [
  " |\n|\t|1|路|a|A|.|-|，|,|。|¥|一|半|市|号|天|[|@|+|(|*|_|#|不|★|１|路1|路1号|市区|幸福路",
  "1天|1 |1-|1.|1,|1\n|1到|1:1|1月1日|¥1|a |a1|a@|a-|12 a |一 |半个|个半| \n|---\n|http://|www.|half a |hundred |if not ",
  "7天内|不可|如果|您的|已发货|发货了|有货|包邮|黑色|黑色1件|L码|T恤|云朵|YW20001|order ",
]
  .join("|")
  .split("|");
const ends = ["天", "\n1"];
const texts = [
  ...pieces.map((piece) => piece.repeat(Math.ceil(length / piece.length))),
  ...pieces.flatMap((piece) =>
    ends.map((end) => piece.repeat(length / 2 / piece.length) + end.repeat(length / 2 / end.length)),
  ),
];

const colours = ["黑色", "白色", "红色"];
const sizes = ["S", "M", "L", "XL"];
const choices = colours.flatMap((colour) =>
  sizes.map((size) => ({
    options: { 颜色: [colour], 尺码: [size] },
    text: `- ${colour} ${size}: ¥99, 库存 3 件`,
    stock: 3,
  })),
);
const sources: GroundSource[] = [
  { id: "tee", names: ["云朵纯棉圆领T恤"], heading: "", text: "价格 ¥99", choices, stock: 36 },
  {
    id: "order",
    names: ["YW20001"],
    heading: "",
    text: "已发货",
    order: { status: "shipped", items: ["云朵纯棉圆领T恤"] },
  },
  { id: "returns", names: [], heading: "退货", text: "7天内可以退货，满99包邮。" },
];

/** Far more than any of it takes on a busy machine, far less than a pattern that tries everything again from every place. */
const most = 2000;

function slowest(run: (text: string) => void): { text: string; ms: number } {
  const times = texts.map((text) => {
    const before = performance.now();
    run(text);
    return { text: text.slice(0, 12), ms: performance.now() - before };
  });
  return times.reduce((a, b) => (b.ms > a.ms ? b : a));
}

describe("texts of 4,000 characters that are made to be slow", () => {
  const check = createCheck(sources, "黑色");
  const work: [string, (text: string) => void][] = [
    ["a draft is judged", (text) => check(text)],
    ["a source and a question are read", (text) => createCheck([{ id: "a", names: [], heading: text, text }], text)],
    ["numbers are compared", (text) => numbersBeyondOf(text)(text)],
    ["what is personal is hidden", (text) => createMask(["YW20001"]).hide(text)],
    ["placeholders are looked for", (text) => strayPlaceholders(text)],
  ];
  test.each(work)("MD9 %s in a bounded time", { timeout: 120_000 }, (_, run) => {
    const { text, ms } = slowest(run);
    expect(ms, JSON.stringify(text)).toBeLessThan(most);
  });
});
