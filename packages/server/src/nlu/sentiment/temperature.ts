import { seenIn } from "./features.ts";
import { allSigns, type FeelingModel, feelings, probabilitiesOf } from "./model.ts";
import type { FeltExample } from "./train.ts";

/** The temperature at which a model's probabilities fit messages that it was not trained on best. */
export function fitTemperature(model: FeelingModel, heldOut: FeltExample[]): number {
  const messages = heldOut.map(({ text, language, label }) => {
    const seen = seenIn(text, language);
    return { at: seen.at, signs: allSigns(model, seen), label: feelings.indexOf(label) };
  });
  const lossAt = (temperature: number) =>
    messages.reduce(
      (sum, { at, signs, label }) =>
        sum - Math.log(Math.max(1e-9, probabilitiesOf({ ...model, temperature }, at, signs)[label]!)),
      0,
    );
  const tried = Array.from({ length: 40 }, (_, i) => 0.5 + i * 0.05);
  return tried.reduce((best, one) => (lossAt(one) < lossAt(best) ? one : best));
}
