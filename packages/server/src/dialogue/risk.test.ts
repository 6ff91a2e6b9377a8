import { expect, test } from "vitest";
import { play, shopFacts } from "../../test/support/dialogue-shop.ts";
import type { SpokenTurn } from "../nlu/handoff/dialogue.ts";
import { foresee } from "../nlu/handoff/foresee.ts";
import { blankMemory, remember, storedLimits } from "../nlu/handoff/memory.ts";
import type { Step } from "./turn.ts";

const reasonsOf = ({ turns }: Step) => turns.flatMap((turn) => (turn.do === "handOver" ? turn.reasons : []));

const limits = storedLimits;
const after = (turns: SpokenTurn[]) =>
  turns.reduce((memory, turn) => remember(memory, turn, { worry: -3, limits }), blankMemory);
const around = { sentiment: 0, trend: 0, confidence: 0.9 };

const stuck: SpokenTurn[] = [
  { by: "shopper", text: "怎么还不发货" },
  { by: "bot", text: "您的订单正在备货，请耐心等待。" },
  { by: "shopper", text: "还没发" },
  { by: "bot", text: "您的订单正在备货，请耐心等待。" },
];

test("SE7 a shopper whom the bot tells the same thing again needs a human; one it answers doesn't", () => {
  const same = foresee("你就会说这一句吗", { ...around, sentiment: -0.3, trend: -0.2, memory: after(stuck) });
  expect(same.score).toBeGreaterThan(0.85);
  expect(same.factors.map(({ factor }) => factor)).toContain("botRepetition");
  expect(foresee("好的，那我等等", { ...around, memory: after(stuck.slice(0, 2)) }).score).toBeLessThan(0.2);
  expect(foresee("有L码吗", { ...around, memory: blankMemory }).score).toBeLessThan(0.2);
});

test("SE7 what speaks for it comes with its share, the largest first, at most three", () => {
  const { factors } = foresee("还没发", { ...around, sentiment: -0.6, trend: -0.5, memory: after(stuck) });
  expect(factors.length).toBeGreaterThan(1);
  expect(factors.length).toBeLessThanOrEqual(3);
  expect(factors).toEqual(factors.toSorted((a, b) => b.share - a.share));
  expect(factors.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1.01);
  const again = foresee("还没发", { ...around, memory: after(stuck.slice(0, 3)) });
  expect(again.score).toBeGreaterThan(foresee("还没发", { ...around, memory: after(stuck.slice(0, 2)) }).score);
});

test("SE8 a foreseen handoff is explained with score, threshold and factors", () => {
  const facts = shopFacts({ handoff: { sentimentBelow: -1, repeats: 10, riskFrom: 0.5 } });
  const reasons = play(["怎么还不发货", "你们就这服务？", "没用，你就会说这一句吗"], { facts }).flatMap(reasonsOf);
  expect(reasons[0]).toMatchObject({ code: "foreseen", threshold: 0.5 });
  expect(reasons[0]?.code === "foreseen" && reasons[0].score).toBeGreaterThanOrEqual(0.5);
  expect(reasons[0]?.code === "foreseen" && reasons[0].factors.length).toBeGreaterThan(0);
});

test("SE8 a shop that sets 1 is handed over by the plain rules alone", () => {
  const facts = shopFacts({ handoff: { sentimentBelow: -1, repeats: 10, riskFrom: 1 } });
  const lines = ["怎么还不发货", "你们就这服务？", "没用，你就会说这一句吗"];
  expect(
    play(lines, { facts })
      .flatMap(reasonsOf)
      .map(({ code }) => code),
  ).not.toContain("foreseen");
});
