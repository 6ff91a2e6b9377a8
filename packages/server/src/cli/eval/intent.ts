import { classificationFigures, isRight, type Judged } from "../../eval/classification.ts";
import { type Scoped, scopeFigures, scopeThreshold } from "../../eval/out-of-scope.ts";
import { areaUnderCurve } from "../../nlu/area-under-curve.ts";
import { assess, trainClassifier } from "../../nlu/intents/classifier.ts";
import { intentsIn } from "../../nlu/intents/intents-in.ts";
import { percentile, timed } from "../bench/figures.ts";
import { UsageError } from "../usage-error.ts";
import { readRows } from "./read-file.ts";
import { classificationLines, type EvalOptions, type EvalReport, share } from "./report.ts";

export type IntentOptions = EvalOptions & { train?: string; test?: string; outOfScope: string };

type Reader = (text: string) => { guesses: Judged["guesses"]; scope?: number };

const names = {
  text: ["句子", "文本", "query", "utterance", "sentence"],
  label: ["intent", "意图", "标签", "category"],
};
const keptShares = [0.99, 0.95, 0.91];

/** `yiwen eval intent`: of the shipped classifier, or of one trained on the user's own file. */
export async function evalIntent(file: string | undefined, options: IntentOptions): Promise<EvalReport> {
  const path = options.test ?? file;
  if (path === undefined) throw new UsageError("name a labelled file, or --train A --test B");
  const rows = (await readRows(path, names)).map(({ fields }) => fields);
  const read = options.train === undefined ? shipped() : await trained(options.train, options.outOfScope);
  const judged = rows.map(({ text, label }) => ({ text, label, ...read(text) }));
  const inScope = judged.filter(({ label }) => label !== options.outOfScope);
  const figures = classificationFigures(inScope);
  const outOfScope = inScope.length < judged.length ? scopeOf(judged, options.outOfScope) : undefined;
  const latencies = timed(Math.min(rows.length, 1000), (at) => void read(rows[at]!.text));
  const latency = { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
  return {
    figures: { ...figures, ...(outOfScope && { outOfScope }), latency },
    lines: [
      ...classificationLines(figures),
      ...(outOfScope ? scopeLines(outOfScope) : []),
      `latency p50 ${latency.p50.toFixed(3)} ms, p99 ${latency.p99.toFixed(3)} ms`,
    ],
    wrong: inScope.filter((one) => !isRight(one)).map(({ text, label }) => ({ text, label })),
    score: figures.accuracy,
  };
}

/** The intent that the shipped classifier gives to what is none of the others. */
const none = "other";

function shipped(): Reader {
  return (text) => {
    const guesses = intentsIn(text).map(({ intent, confidence }) => ({ label: intent, confidence }));
    return { guesses, scope: 1 - (guesses.find(({ label }) => label === none)?.confidence ?? 0) };
  };
}

async function trained(file: string, outOfScope: string): Promise<Reader> {
  const rows = (await readRows(file, names)).map(({ fields }) => fields);
  const classifier = trainClassifier(rows.filter(({ label }) => label !== outOfScope));
  return (text) => {
    const { guesses, scope } = assess(classifier, text);
    return { scope, guesses: guesses.map(({ intent, confidence }) => ({ label: intent, confidence })) };
  };
}

function scopeOf(judged: (Judged & { scope?: number })[], outOfScope: string) {
  const scoped: Scoped[] = judged.map((one) => ({
    scope: one.scope ?? one.guesses[0]?.confidence ?? 0,
    isInScope: one.label !== outOfScope,
    isRight: isRight(one),
  }));
  return {
    count: scoped.filter(({ isInScope }) => !isInScope).length,
    auc: areaUnderCurve(scoped.map(({ scope, isInScope }) => ({ score: scope, is: isInScope }))),
    // Chosen on these very rows, so it says what is possible, not what a threshold chosen before would have brought.
    best: keptShares.map((kept) => scopeFigures(scoped, scopeThreshold(scoped, kept))),
  };
}

function scopeLines({ count, auc, best }: ReturnType<typeof scopeOf>): string[] {
  return [
    `${count} rows out of scope: area under the curve ${auc.toFixed(3)}`,
    ...best.map(
      ({ recall, inScope }) => `  ${share(recall)} of them told, with ${share(inScope)} of the others understood`,
    ),
  ];
}
