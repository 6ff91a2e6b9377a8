import type { Sentiment } from "@yiwen/shared";
import { detectLanguage } from "../../nlu/language.ts";
import { measureSentiment } from "../../nlu/sentiment/measure.ts";
import { feelings } from "../../nlu/sentiment/model.ts";
import { sentimentOf } from "../../nlu/sentiment/sentiment-of.ts";
import { percentile, timed } from "../bench/figures.ts";
import { UsageError } from "../usage-error.ts";
import { readRows } from "./read-file.ts";
import { type EvalReport, share } from "./report.ts";

const names = { text: ["句子", "文本", "review", "sentence"], label: ["sentiment", "情感", "标签"] };

/** How files write the three feelings. */
const words: Record<string, Sentiment["label"]> = {
  ...{ negative: "negative", neg: "negative", "-1": "negative", 负: "negative", 负面: "negative", 消极: "negative" },
  ...{ neutral: "neutral", neu: "neutral", "0": "neutral", 中: "neutral", 中性: "neutral" },
  ...{ positive: "positive", pos: "positive", "1": "positive", 正: "positive", 正面: "positive", 积极: "positive" },
};

/** `yiwen eval sentiment`: of the shipped weights. */
export async function evalSentiment(file: string): Promise<EvalReport> {
  const rows = await readRows(file, names);
  const messages = rows.flatMap(({ line, fields: { text, label } }) => {
    const feeling = words[label.trim().toLowerCase()];
    if (!feeling) console.error(`${file}:${line}: "${label}" is none of ${feelings.join(", ")}`);
    return feeling ? [{ text, label: feeling }] : [];
  });
  if (messages.length === 0) throw new UsageError(`${file} has no row that can be used: see docs/evaluation.md`);
  const read = (text: string) => sentimentOf(text, detectLanguage(text, "zh"));
  const figures = measureSentiment(messages, sentimentOf);
  const latencies = timed(Math.min(messages.length, 1000), (at) => void read(messages[at]!.text));
  const latency = { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
  return {
    figures: { ...figures, labels: feelings, latency },
    lines: [
      `${figures.count} rows: accuracy ${share(figures.accuracy)}, macro-F1 ${share(figures.macroF1)}`,
      `  negative ones found ${share(figures.negativeRecall)}, neutral ones called negative ${share(figures.falseAlarms)}, right side of zero ${share(figures.binary)}`,
      ...figures.confusion.map(
        (row, at) => `  ${feelings[at]!.padEnd(9)} → ${row.map((n, to) => `${feelings[to]} ${n}`).join(", ")}`,
      ),
      `latency p50 ${latency.p50.toFixed(3)} ms, p99 ${latency.p99.toFixed(3)} ms`,
    ],
    wrong: messages.filter(({ text, label }) => read(text).label !== label),
    score: figures.accuracy,
  };
}
