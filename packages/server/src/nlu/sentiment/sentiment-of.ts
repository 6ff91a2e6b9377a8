import type { Language, Sentiment } from "@yiwen/shared";
import { loadBytes, loadText } from "../load-data.ts";
import { feelingBy } from "./feeling-by.ts";
import { type FeelingScales, unpackModel } from "./weights.ts";

const { scales }: { scales: FeelingScales } = JSON.parse(loadText("weights/sentiment.json"));
const shipped = unpackModel(loadBytes("weights/sentiment.bin"), scales);

/** How a message feels, -1 to 1. The one door to whatever model stands behind. */
export function sentimentOf(text: string, language: Language): Sentiment {
  return feelingBy(shipped, text, language);
}
