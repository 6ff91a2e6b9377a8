import { measureHandoff } from "../../../nlu/handoff/measure.ts";
import { wholeLimits } from "../../../nlu/handoff/memory.ts";
import { trainHandoff } from "../../../nlu/handoff/train.ts";
import type { PublicData } from "./data.ts";
import { withFeelings } from "./felt-dialogues.ts";
import { percent, type Row, skipped } from "./row.ts";

/** Words are numbers in that set: what ships can feel nothing in them, and how they feel is learnt from its own labels. */
const mood = () => ({ score: 0 });

/** Whether turns after which a human was needed are found, trained on the eval split and measured on the test split. */
export function handoffRow(data: PublicData): Row {
  const what = "handoff on mhch_rssn test: macro-F1 / AUC";
  const target = "82 / 0.95";
  const split = data.handoffs();
  if (!split) return skipped(what, target);
  const { train, test } = withFeelings(split);
  const model = trainHandoff(train, { mood, limits: wholeLimits });
  const { macroF1, auc } = measureHandoff(test, { model, mood });
  return {
    what,
    target,
    ours: `${percent(macroF1)} / ${auc.toFixed(3)}`,
    holds: macroF1 >= 0.82 && auc >= 0.95,
    figures: { macroF1, auc },
  };
}
