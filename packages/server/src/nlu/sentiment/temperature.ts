import { seenIn } from "./features.ts";
import { allSigns, type FeelingModel, feelings, probabilitiesOf } from "./model.ts";
import type { FeltExample } from "./train.ts";

/** A model and messages that it was not trained on. */
type Part = { model: FeelingModel; keptOut: FeltExample[] };

/** The one temperature at which the probabilities of models fit the messages kept out of each best. */
export function fitTemperature(parts: Part[]): number {
  const messages = parts.flatMap(({ model, keptOut }) =>
    keptOut.map(({ text, language, label }) => {
      const seen = seenIn(text, language);
      return { model, at: seen.at, signs: allSigns(model, seen), label: feelings.indexOf(label) };
    }),
  );
  const lossAt = (temperature: number) =>
    messages.reduce(
      (sum, { model, at, signs, label }) =>
        sum - Math.log(Math.max(1e-9, probabilitiesOf({ ...model, temperature }, at, signs)[label]!)),
      0,
    );
  const tried = Array.from({ length: 40 }, (_, i) => 0.5 + i * 0.05);
  return tried.reduce((best, one) => (lossAt(one) < lossAt(best) ? one : best));
}
