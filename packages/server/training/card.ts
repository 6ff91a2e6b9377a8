import type { LabelledText } from "../src/nlu/intents/classifier.ts";

/** Of texts kept out of training: how many, per cent right at first and among three, calibration error (0 to 1). */
export type Scores = { texts: number; first: number; three: number; error: number };

type Card = {
  sentences: LabelledText[];
  intents: readonly string[];
  bytes: number;
  source: string;
  measured: Record<string, Scores>;
};

/** The card that lies beside the weights. */
export function cardOf({ sentences, intents, bytes, source, measured }: Card): string {
  const chinese = sentences.filter(({ text }) => /\p{Script=Han}/u.test(text)).length;
  const rows = Object.entries(measured).map(
    ([language, { texts, first, three, error }]) =>
      `| ${language} | ${texts} | ${first.toFixed(1)} % | ${three.toFixed(1)} % | ${error.toFixed(3)} |`,
  );
  return `# intents.bin

Understands which of ${intents.length} intents a shopper's message has; they are listed in docs/intents.md. Written by \`npm run train\`.

- **Model**: hashed n-grams of letters and words, read by a network with one hidden layer and by a linear model, whose scores are added; a byte a weight, ${Math.round(bytes / 1024)} KiB.
- **Data**: the ${sentences.length} sentences of \`data/intents\` (${chinese} with Chinese, ${sentences.length - chinese} without), all written for this project; nothing else. Their mark: \`${source}\`.
- **Licence**: Apache License 2.0, like the project.
- **Date**: ${new Date().toISOString().slice(0, 10)}.
- **Not for**: deciding anything by itself. Below the shop's thresholds the bot asks or looks further.

Measured with a sixth of the sentences kept out of training, neighbours together, as they were written (the shipped weights are trained on all):

| language | sentences | right at first | among the first three | calibration error |
| -------- | --------- | -------------- | --------------------- | ----------------- |
${rows.join("\n")}
`;
}
