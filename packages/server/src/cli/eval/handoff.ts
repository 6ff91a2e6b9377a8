import { Type } from "typebox";
import { Compile } from "typebox/compile";
import { readJson } from "../../imports/read-json.ts";
import type { SpokenDialogue } from "../../nlu/handoff/dialogue.ts";
import { shippedHandoff } from "../../nlu/handoff/foresee.ts";
import { measureHandoff } from "../../nlu/handoff/measure.ts";
import { storedLimits } from "../../nlu/handoff/memory.ts";
import { trainHandoff } from "../../nlu/handoff/train.ts";
import { sentimentOf } from "../../nlu/sentiment/sentiment-of.ts";
import { UsageError } from "../usage-error.ts";
import { readOrRefuse } from "./read-file.ts";
import { type EvalReport, share } from "./report.ts";

const Dialogue = Compile(
  Type.Object({
    turns: Type.Array(
      Type.Object({
        by: Type.Union([Type.Literal("shopper"), Type.Literal("bot")]),
        text: Type.String(),
        handoff: Type.Optional(Type.Boolean()),
        confidence: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
        sentiment: Type.Optional(Type.Number({ minimum: -1, maximum: 1 })),
      }),
      { minItems: 1 },
    ),
  }),
);

/** `yiwen eval handoff`: of the shipped weights, or of a model trained on the user's own dialogues. */
export async function evalHandoff(file: string, { train }: { train?: string }): Promise<EvalReport> {
  const dialogues = await readDialogues(file);
  const mood = sentimentOf;
  const model =
    train === undefined ? shippedHandoff : trainHandoff(await readDialogues(train), { mood, limits: storedLimits });
  const figures = measureHandoff(dialogues, { model, mood });
  if (figures.turns === 0) throw new UsageError(`${file} has no turn that says "handoff": true or false`);
  const [[stayed = 0, alarmed = 0] = [], [missed = 0, found = 0] = []] = figures.confusion;
  const wrong = dialogues.filter((dialogue) => measureHandoff([dialogue], { model, mood }).accuracy < 1);
  return {
    figures,
    lines: [
      `${figures.turns} turns: accuracy ${share(figures.accuracy)}, macro-F1 ${share(figures.macroF1)}, area under the curve ${figures.auc.toFixed(3)}, at ${figures.threshold.toFixed(3)}`,
      `  to hand over: ${found} found, ${missed} missed; to stay: ${stayed} left, ${alarmed} handed over`,
    ],
    wrong,
    score: figures.macroF1,
  };
}

async function readDialogues(file: string): Promise<SpokenDialogue[]> {
  const dialogues = readJson(await readOrRefuse(file)).flatMap((row) => {
    const value = "value" in row ? row.value : undefined;
    if (Dialogue.Check(value)) return [value as SpokenDialogue];
    const [first] = "value" in row ? Dialogue.Errors(value) : [];
    console.error(
      `${file}:${row.line}: ${"error" in row ? row.error : `${first?.instancePath || "/"} ${first?.message}`}`,
    );
    return [];
  });
  if (dialogues.length === 0) throw new UsageError(`${file} has no dialogue that can be used: see docs/evaluation.md`);
  return dialogues;
}
