import { type Classifier, type LabelledText, trainClassifier } from "./classifier.ts";
import { intents } from "./registry.ts";
import { varied } from "./vary.ts";

/** Small enough to ship, and nearly as right on sentences kept out of training as larger ones. */
const shape = { hidden: 32, epochs: 16, least: 5 };

/** The classifier of our own intents, from sentences of ours; its `temperature` comes from sentences kept out. */
export function trainIntents(examples: LabelledText[], temperature = 1): Classifier {
  return trainClassifier(varied(examples), { ...shape, labels: intents, temperature });
}
