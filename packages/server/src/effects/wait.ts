import type { EffectRunner } from "../pipeline/run-effects.ts";

/** Time itself is the work: when it is taken up, it is done. */
export const wait: EffectRunner = {
  run: async () => ({ ok: true }),
  deadlineMs: 5000,
  attempts: 5,
};
