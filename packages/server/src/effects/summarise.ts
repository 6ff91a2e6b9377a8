import type { Deps } from "../deps.ts";
import { summarise as writeSummary } from "../model/tasks.ts";
import { askedOf, modelWork } from "../model/work.ts";
import type { Counts } from "../observe/metrics.ts";
import type { EffectRunner } from "../pipeline/run-effects.ts";

/** Has the language model sum a conversation up for the agent who takes it. */
export function summarise(deps: Deps, counts: Counts): EffectRunner {
  return {
    deadlineMs: deps.modelPatienceMs,
    attempts: 1,
    async run(_, conversation, { signal }) {
      const startedAt = deps.clock.now();
      const { world, talk, shop } = await modelWork(deps, conversation, signal);
      const written = await writeSummary(world, talk);
      counts.modelAsked("summary", written.outcome, written);
      const asked = await askedOf(deps, shop, { task: "summary", written, startedAt });
      return { ok: true, asked, text: written.text, sources: [] };
    },
  };
}
