import { writeFileSync } from "node:fs";
import { parseDialogues } from "../src/nlu/handoff/dialogue-file.ts";
import { type HandoffFigures, measureHandoff } from "../src/nlu/handoff/measure.ts";
import { storedLimits } from "../src/nlu/handoff/memory.ts";
import { trainHandoff } from "../src/nlu/handoff/train.ts";
import { packHandoff } from "../src/nlu/handoff/weights.ts";
import { intentsIn } from "../src/nlu/intents/intents-in.ts";
import { loadText } from "../src/nlu/load-data.ts";
import { sentimentOf } from "../src/nlu/sentiment/sentiment-of.ts";
import { writeWeights } from "./write-weights.ts";

const training = { mood: sentimentOf, limits: storedLimits };
/** One dialogue in this many is kept out of the trial that the card's scores come from. */
const keptOutEvery = 5;

/** Trains what foresees handoffs on all dialogues, measures it on a part kept out, and writes weights and card; needs the other weights first. */
export function trainHandoffWeights(folder: URL): void {
  const dialogues = ["zh", "en"].flatMap((language) => parseDialogues(loadText(`handoff/dialogues.${language}.txt`)));
  for (const turn of dialogues.flatMap(({ turns }) => turns)) {
    if (turn.by === "shopper") turn.confidence = intentsIn(turn.text)[0]?.confidence ?? 0;
  }
  const keptOut = dialogues.filter((_, at) => at % keptOutEvery === 0);
  const part = trainHandoff(
    dialogues.filter((_, at) => at % keptOutEvery !== 0),
    training,
  );
  const { bytes, scales } = packHandoff(trainHandoff(dialogues, training));
  const figures = measureHandoff(keptOut, { model: part, mood: sentimentOf });
  const isNew = writeWeights(folder, "handoff", { bytes, scales });
  if (isNew)
    writeFileSync(new URL("handoff.md", folder), cardOf(figures, { dialogues: dialogues.length, bytes: bytes.length }));
  process.stdout.write(
    `handoff: ${figures.turns} turns kept out: macro-F1 ${percent(figures.macroF1)}, area under the curve ${figures.auc.toFixed(3)}\n`,
  );
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function cardOf(
  { turns, macroF1, auc }: HandoffFigures,
  { dialogues, bytes }: { dialogues: number; bytes: number },
): string {
  return `# handoff.bin

Foresees whether only a human helps after a shopper's message, in Chinese and English. Written by \`npm run train\`.

- **Model**: logistic over mood, its trend, repetition by shopper and bot, turns, confidence of the intent, and a linear model over words; a byte a weight, ${Math.round(bytes / 1024)} KiB.
- **Data**: the ${dialogues} dialogues of \`data/handoff\`, written for this project; nothing else.
- **Licence**: Apache License 2.0, like the project.
- **Date**: ${new Date().toISOString().slice(0, 10)}.
- **Not for**: deciding against a shopper. It only brings a human in; the shop sets from which probability on.

Measured on ${turns} messages of dialogues kept out of training (the shipped weights are trained on all): macro-F1 ${percent(macroF1)}, area under the curve ${auc.toFixed(3)}.
`;
}
