import type { Sentiment } from "@yiwen/shared";
import type { SpokenDialogue, SpokenTurn } from "../../../nlu/handoff/dialogue.ts";
import { feelingBy } from "../../../nlu/sentiment/feeling-by.ts";
import type { FeelingModel } from "../../../nlu/sentiment/model.ts";
import { trainSentiment } from "../../../nlu/sentiment/train.ts";

/** A dialogue whose turns are labelled with how they feel, too. */
export type FeltDialogue = { turns: (SpokenTurn & { feeling: Sentiment["label"] })[] };

const folds = 5;
/** Their words are no language's, and are told apart as English ones are. */
const language = "en";

/**
 * Dialogues with the feelings that a reader trained on the labels of `train` hears in them: those of `train` by readers
 * that haven't seen the dialogue, those of `test` by one that has seen all of `train`. No label of `test` is looked at.
 */
export function withFeelings({ train, test }: { train: FeltDialogue[]; test: FeltDialogue[] }): {
  train: SpokenDialogue[];
  test: SpokenDialogue[];
} {
  const readers = Array.from({ length: folds }, (_, fold) => readerOf(train.filter((_, at) => at % folds !== fold)));
  const whole = readerOf(train);
  return {
    train: train.map((dialogue, at) => felt(dialogue, readers[at % folds]!)),
    test: test.map((dialogue) => felt(dialogue, whole)),
  };
}

function readerOf(dialogues: FeltDialogue[]): FeelingModel {
  return trainSentiment(
    dialogues.flatMap(({ turns }) => turns.map(({ text, feeling: label }) => ({ text, label, language }))),
  );
}

function felt({ turns }: FeltDialogue, reader: FeelingModel): SpokenDialogue {
  return {
    turns: turns.map(({ by, text, handoff }) => ({
      by,
      text,
      ...(handoff === undefined ? {} : { handoff }),
      sentiment: feelingBy(reader, text, language).score,
    })),
  };
}
