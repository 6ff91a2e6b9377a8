import { Counter, type Registry } from "prom-client";
import type { Recalled } from "../embedding/recall.ts";

/** What was done with the meaning of passages, counted. */
export type MeaningCounts = {
  /** Passages were looked for by what they mean. */
  recalled(outcome: Recalled["outcome"]): void;
  /** Vectors were made of passages, of so many tokens. */
  passagesEmbedded(passages: number, tokens: number): void;
};

export function createMeaningCounts(registry: Registry): MeaningCounts {
  const registers = [registry];
  const recalls = new Counter({
    name: "yiwen_recalls_total",
    help: "Looks through passages by what they mean, by what came of them",
    labelNames: ["outcome"],
    registers,
  });
  const passages = new Counter({
    name: "yiwen_passages_embedded_total",
    help: "Passages of which vectors were made",
    registers,
  });
  const read = new Counter({
    name: "yiwen_passage_tokens_total",
    help: "Tokens of which passages' vectors were made",
    registers,
  });
  return {
    recalled: (outcome) => recalls.inc({ outcome }),
    passagesEmbedded(made, tokens) {
      passages.inc(made);
      read.inc(tokens);
    },
  };
}
