import { foresee } from "../../../nlu/handoff/foresee.ts";
import { blankMemory, remember, storedLimits } from "../../../nlu/handoff/memory.ts";
import { detectLanguage } from "../../../nlu/language.ts";
import { sentimentOf } from "../../../nlu/sentiment/sentiment-of.ts";
import { percentile, timed } from "../figures.ts";
import { questions } from "../questions.ts";
import type { PublicData } from "./data.ts";
import type { Row } from "./row.ts";

const rounds = 4000;
const warmUp = 1000;
const microseconds = 1000;
const most = 50;

/** What reading a message's feeling and foreseeing a handoff take; of shoppers' real lines where they are there. */
export function latencyRows(data: PublicData): Row[] {
  const lines = [...questions, ...(data.serviceLines() ?? [])];
  const line = (at: number) => lines[at % lines.length]!;
  const felt = (at: number) => void sentimentOf(line(at), detectLanguage(line(at), "zh"));
  return [row("feeling of one message", felt), row("foreseeing a handoff at one message", foreseen(line))];
}

/** In the midst of a dialogue, with as much of it remembered as ever is. */
function foreseen(line: (at: number) => string): (at: number) => void {
  const memoryBefore = (at: number) =>
    Array.from({ length: 2 * storedLimits.texts }, (_, back) => ({
      by: back % 2 === 0 ? ("shopper" as const) : ("bot" as const),
      text: line(at + 1 + back),
    })).reduce((memory, turn) => remember(memory, turn, { worry: -3, limits: storedLimits }), blankMemory);
  const memories = Array.from({ length: 100 }, (_, at) => memoryBefore(at));
  return (at) =>
    void foresee(line(at), { memory: memories[at % memories.length]!, sentiment: 0, trend: 0, confidence: 0.7 });
}

function row(what: string, run: (at: number) => void): Row {
  for (let at = 0; at < warmUp; at++) run(at);
  const latencies = timed(rounds, run);
  const mean = (microseconds * latencies.reduce((sum, one) => sum + one, 0)) / latencies.length;
  const [p50, p99] = [microseconds * percentile(latencies, 0.5), microseconds * percentile(latencies, 0.99)];
  return {
    what: `${what}, mean`,
    target: `≤ ${most} µs`,
    ours: `${mean.toFixed(0)} µs (p50 ${p50.toFixed(0)}, p99 ${p99.toFixed(0)})`,
    holds: mean <= most,
    figures: { mean, p50, p99 },
  };
}
