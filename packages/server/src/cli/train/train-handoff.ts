import { writeFileSync } from "node:fs";
import { parseDialogues } from "../../nlu/handoff/dialogue-file.ts";
import { measureHandoff } from "../../nlu/handoff/measure.ts";
import { storedLimits } from "../../nlu/handoff/memory.ts";
import { trainHandoff } from "../../nlu/handoff/train.ts";
import { packHandoff } from "../../nlu/handoff/weights.ts";
import { intentsIn } from "../../nlu/intents/intents-in.ts";
import { loadText } from "../../nlu/load-data.ts";
import { sentimentOf } from "../../nlu/sentiment/sentiment-of.ts";

const packageRoot = new URL("../../../", import.meta.url);
const training = { mood: sentimentOf, limits: storedLimits };
/** One dialogue in this many is kept out of the trial that the card's scores come from. */
const heldOutEvery = 5;

/** Trains what foresees handoffs, writes weights and card under `data/handoff`, and answers the card; needs the other weights first. */
export function trainHandoffWeights(date: string): object {
  const dialogues = ["zh", "en"].flatMap((language) => parseDialogues(loadText(`handoff/dialogues.${language}.txt`)));
  for (const turn of dialogues.flatMap(({ turns }) => turns)) {
    if (turn.by === "shopper") turn.confidence = intentsIn(turn.text)[0]?.confidence ?? 0;
  }
  const heldOut = dialogues.filter((_, at) => at % heldOutEvery === 0);
  const trial = trainHandoff(
    dialogues.filter((_, at) => at % heldOutEvery !== 0),
    training,
  );
  const { bytes, scales } = packHandoff(trainHandoff(dialogues, training));
  const card = {
    what: "whether a human should take over after a shopper's message; Chinese and English",
    date,
    data: [{ what: "dialogues with their handoffs", dialogues: dialogues.length, licence: "written for this project" }],
    heldOut: measureHandoff(heldOut, { model: trial, mood: sentimentOf }),
    bytes: bytes.length,
    scales,
  };
  writeFileSync(new URL("data/handoff/weights.bin", packageRoot), bytes);
  writeFileSync(new URL("data/handoff/weights.json", packageRoot), `${JSON.stringify(card, null, 2)}\n`);
  return card;
}
