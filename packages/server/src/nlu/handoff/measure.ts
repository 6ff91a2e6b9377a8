import { areaUnderCurve } from "../area-under-curve.ts";
import { macroF1 } from "../sentiment/measure.ts";
import type { SpokenDialogue, SpokenTurn } from "./dialogue.ts";
import { type HandoffModel, riskBy } from "./model.ts";
import { confusionAt } from "./threshold.ts";
import { type Mood, walk } from "./walk.ts";
import { worryOf } from "./words.ts";

/** What a model of handoffs is worth on labelled dialogues, by turns; shares are 0 to 1. */
export type HandoffFigures = {
  turns: number;
  accuracy: number;
  macroF1: number;
  auc: number;
  /** Rows are what it was (stay, hand over), columns what it was taken for. */
  confusion: number[][];
  threshold: number;
};

/** Walks labelled dialogues with a model, each turn knowing only what came before it. */
export function measureHandoff(
  dialogues: SpokenDialogue[],
  { model, mood, threshold = model.threshold }: { model: HandoffModel; mood: Mood; threshold?: number },
): HandoffFigures {
  const worry = (turn: SpokenTurn) => worryOf(model, turn);
  const judged = dialogues
    .flatMap((dialogue) => walk(dialogue, { mood, limits: model.limits, worry }))
    .flatMap(({ turn, around }) =>
      turn.handoff === undefined ? [] : [{ score: riskBy(model, turn, around).score, is: turn.handoff }],
    );
  const confusion = confusionAt(judged, threshold);
  return {
    turns: judged.length,
    accuracy: (confusion[0]![0]! + confusion[1]![1]!) / judged.length,
    macroF1: macroF1(confusion),
    auc: areaUnderCurve(judged),
    confusion,
    threshold,
  };
}
