import { expect, test } from "vitest";
import { areaUnderCurve } from "../area-under-curve.ts";
import type { SpokenDialogue } from "./dialogue.ts";
import { parseDialogues } from "./dialogue-file.ts";
import { measureHandoff } from "./measure.ts";
import { blankMemory, storedLimits, wasSaid } from "./memory.ts";
import { bestThreshold, confusionAt } from "./threshold.ts";
import { trainHandoff } from "./train.ts";
import { walk } from "./walk.ts";
import { packHandoff, unpackHandoff } from "./weights.ts";
import { burdenOf } from "./words.ts";

const mood = (text: string) => ({ score: text.includes("糟") ? -0.9 : 0 });

/** Shoppers who repeat themselves need a human here, and nobody else. */
function dialogues(count: number): SpokenDialogue[] {
  return Array.from({ length: count }, (_, at) => {
    const [one, other] = [`第${at}件货在哪${"甲乙丙丁"[at % 4]}`, `改成${"春夏秋冬"[at % 4]}天送${at}`];
    const again = at % 2 === 0;
    return {
      turns: [
        { by: "shopper", text: one, handoff: false },
        { by: "bot", text: "请稍等" },
        { by: "shopper", text: again ? one : other, handoff: again },
      ],
    };
  });
}

test("SE5 what foresees handoffs is trained on any dialogues, the same way every time, and comes through its bytes", () => {
  const training = { mood, limits: storedLimits };
  const model = trainHandoff(dialogues(60), training);
  expect(trainHandoff(dialogues(60), training)).toEqual(model);
  const { bytes, scales } = packHandoff(model);
  const again = unpackHandoff(bytes, JSON.parse(JSON.stringify(scales)));
  for (const one of [model, again]) {
    const figures = measureHandoff(dialogues(20), { model: one, mood });
    expect(figures).toMatchObject({ turns: 40, accuracy: 1, macroF1: 1, auc: 1 });
  }
  expect(() => unpackHandoff(bytes.slice(1), scales)).toThrow("train them again");
});

test("SE5 turns without a label are neither trained on nor measured", () => {
  const model = trainHandoff(dialogues(20), { mood, limits: storedLimits });
  const none = dialogues(4).map(({ turns }) => ({ turns: turns.map(({ by, text }) => ({ by, text })) }));
  expect(measureHandoff(none, { model, mood }).turns).toBe(0);
});

test("SE6 the figures of handoffs: area under the curve with ties, the best threshold, confusion at one", () => {
  const judged = [
    { score: 0.1, is: false },
    { score: 0.4, is: true },
    { score: 0.4, is: false },
    { score: 0.8, is: true },
  ];
  expect(areaUnderCurve(judged)).toBeCloseTo(3.5 / 4);
  expect(confusionAt(judged, 0.4)).toEqual([
    [1, 1],
    [0, 2],
  ]);
  expect(confusionAt(judged, bestThreshold(judged.filter((_, at) => at !== 2)))).toEqual(
    [
      [2, 0],
      [0, 2],
    ].map((row, at) => (at === 0 ? [1, 1] : row)),
  );
});

test("SE6 dialogues are read as they are written: who speaks, and where a human should take over", () => {
  expect(parseDialogues("# note\nS 你好\nB 您好\nS! 又来\n\n\nS bye")).toEqual([
    {
      turns: [
        { by: "shopper", text: "你好", handoff: false },
        { by: "bot", text: "您好" },
        { by: "shopper", text: "又来", handoff: true },
      ],
    },
    { turns: [{ by: "shopper", text: "bye", handoff: false }] },
  ]);
});

test("SE30 a sentence said word for word before, by either side, is told from a word that is said twice", () => {
  const memory = { ...blankMemory, shopper: ["运费多少钱", "好"], bot: ["没有听懂您的意思"] };
  const said = (text: string) => wasSaid(text, memory, storedLimits);
  expect([said("运费多少钱"), said("没有听懂您的意思")]).toEqual([true, true]);
  expect([said("好"), said("运费多少"), said("")]).toEqual([false, false, false]);
});

test("SE30 what was said before speaks for a handoff by itself, apart from the words of the turn", () => {
  const told = (bot: string, at: number): SpokenDialogue => ({
    turns: [
      { by: "shopper", text: `问题${at}`, handoff: false },
      { by: "bot", text: bot },
      { by: "shopper", text: "知道了", handoff: bot === "系统故障无法处理" },
    ],
  });
  const dialogues = Array.from({ length: 60 }, (_, at) => told(at % 2 === 0 ? "系统故障无法处理" : "已经为您改好", at));
  const model = trainHandoff(dialogues, { mood, limits: storedLimits });
  const after = (bot: string) => burdenOf(model, "shopper", { ...blankMemory, shopper: ["问题"], bot: [bot] });
  expect(after("系统故障无法处理")).toBeGreaterThan(after("已经为您改好") + 1);
  expect(measureHandoff(dialogues, { model, mood }).accuracy).toBe(1);
});

test("SE30 a turn's feeling is taken as told where it is known, and read from the words elsewhere", () => {
  const turns = (sentiment?: number): SpokenDialogue["turns"] => [
    { by: "shopper", text: "糟", handoff: false, ...(sentiment === undefined ? {} : { sentiment }) },
  ];
  const felt = (sentiment?: number) =>
    walk({ turns: turns(sentiment) }, { mood, limits: storedLimits, worry: () => 0 })[0]?.around.sentiment;
  expect([felt(), felt(0.4)]).toEqual([-0.9, 0.4]);
});
