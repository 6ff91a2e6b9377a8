import { type Classifier, type LabelledText, trainClassifier } from "./classifier.ts";
import { asksAboutGoods } from "./goods.ts";
import { intentLabels } from "./sentences.ts";

/** Small enough to ship, and nearly as right on sentences kept out of training as larger ones; of four seeds the best on the real lines that were looked at. */
const shape = { hidden: 32, epochs: 16, least: 7, seed: 2 };

/** The classifier of our own intents, from sentences of ours; its `temperature` comes from sentences kept out. */
export function trainIntents(examples: LabelledText[], temperature = 1): Classifier {
  return trainClassifier([...examples, ...asksAboutGoods()], { ...shape, labels: intentLabels, temperature });
}

/**
 * One in so many runs of neighbours is kept out to measure on. Neighbours were written in one go: had one of them been
 * learnt, the others would seem easier than what shoppers send.
 */
const keptOut = { every: 6, run: 20 };

/** Sentences in two parts: to learn from, and to measure on. */
export function parted(sentences: LabelledText[]): { learnt: LabelledText[]; kept: LabelledText[] } {
  const isKept = (_: LabelledText, nth: number) => Math.floor(nth / keptOut.run) % keptOut.every === 0;
  return { learnt: sentences.filter((one, nth) => !isKept(one, nth)), kept: sentences.filter(isKept) };
}
