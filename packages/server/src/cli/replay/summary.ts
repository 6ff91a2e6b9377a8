import { percentile } from "../bench/figures.ts";
import type { PlayedTurn } from "./play.ts";

export type ReplaySummary = {
  dialogues: number;
  turns: number;
  byIntent: Record<string, number>;
  byFloor: Record<string, number>;
  byHandoffReason: Record<string, number>;
  byOutcome: Record<string, number>;
  /** Milliseconds from sending to the bot's first word. */
  firstReply: { p50: number; p99: number };
  errors: number;
};

/** Sums a replay up. */
export function summarise(turns: PlayedTurn[]): ReplaySummary {
  const latencies = turns.flatMap(({ ms }) => (ms === undefined ? [] : [ms])).sort((a, b) => a - b);
  return {
    dialogues: new Set(turns.map(({ id }) => id)).size,
    turns: turns.length,
    byIntent: count(turns.map(({ intent }) => intent ?? "none")),
    byFloor: count(turns.map(({ floor }) => floor)),
    byHandoffReason: count(turns.flatMap(({ handoffReasons }) => handoffReasons)),
    byOutcome: count(turns.map(({ outcome }) => outcome ?? "listened")),
    firstReply: { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) },
    errors: turns.filter(({ error }) => error).length,
  };
}

function count(names: string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
}
