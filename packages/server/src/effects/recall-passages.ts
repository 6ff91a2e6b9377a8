import type { Deps } from "../deps.ts";
import type { RecallWork } from "../dialogue/turn.ts";
import type { Recalled } from "../embedding/recall.ts";
import type { Counts } from "../observe/metrics.ts";
import type { EffectRunner } from "../pipeline/run-effects.ts";

/** Milliseconds that a shopper waits for it at most, the question's vector and the search together. */
const patienceMs = 1000;

/**
 * Looks through the shop's passages by what they mean. It never fails: what can't be had in time is not found, and the
 * conversation goes on as it would without it.
 */
export function recallPassages({ shopData, recall, clock, log }: Deps, counts: Pick<Counts, "recalled">): EffectRunner {
  return {
    deadlineMs: patienceMs * 5,
    attempts: 1,
    async run({ input }, conversation, { signal }) {
      const { text } = input as RecallWork;
      const shop = await shopData.snapshot(conversation.shop);
      if (!shop) return { ok: true, likely: [] };
      const late = new AbortController();
      const inTime = new Promise<Recalled>((resolve) => {
        late.signal.addEventListener("abort", () => resolve({ outcome: "unavailable", likely: [] }));
      });
      const cancel = clock.after(patienceMs, () => late.abort());
      const language = conversation.dialogue?.language ?? conversation.language ?? "zh";
      const question = { text, language, now: clock.now(), signal: AbortSignal.any([signal, late.signal]) };
      const searched = recall(shop, question).catch((error: unknown): Recalled => {
        log.warn({ shop: shop.id, err: error }, "looking for passages failed");
        return { outcome: "unavailable", likely: [] };
      });
      const { outcome, answer, likely } = await Promise.race([searched, inTime]).finally(cancel);
      counts.recalled(outcome);
      return { ok: true, likely, ...(answer !== undefined && { answer }) };
    },
  };
}
