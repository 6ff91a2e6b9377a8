// Trains what the server ships and writes it to data/weights, each with a card that says what it is and how good.
// The same data always gives the same bytes. `npm run train` runs it.
import { mkdirSync, writeFileSync } from "node:fs";
import { trainIntentWeights } from "./intents.ts";
import { intentsPage } from "./intents-page.ts";
import { trainSentimentWeights } from "./sentiment.ts";

const folder = new URL("../data/weights/", import.meta.url);
mkdirSync(folder, { recursive: true });
trainIntentWeights(folder);
trainSentimentWeights(folder);
// It reads intents and feelings with the weights just written, so they are loaded after that.
const { trainHandoffWeights } = await import("./handoff.ts");
trainHandoffWeights(folder);
writeFileSync(new URL("../../../docs/intents.md", import.meta.url), intentsPage());
