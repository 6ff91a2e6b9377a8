import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ShopSettings } from "@yiwen/shared/schema";
import { Value } from "typebox/value";
import type { Facts } from "../../../dialogue/facts.ts";
import { initialDialogue } from "../../../dialogue/state.ts";
import { understand } from "../../../dialogue/understand.ts";
import { parseCatalogue } from "../../../imports/parse-catalogue.ts";
import { createCatalogue } from "../../../knowledge/catalogue.ts";
import { createPassages } from "../../../knowledge/passages.ts";
import { noExamples } from "../../../nlu/few-shot/examples.ts";
import { demoFolder } from "../../demo-storefront.ts";
import { percentile, timed } from "../figures.ts";
import { questions } from "../questions.ts";
import type { PublicData } from "./data.ts";
import type { Row } from "./row.ts";

const rounds = 4000;
const warmUp = 1000;

/** Language, intent, entities and mood of one message, in the demo shop; of shoppers' real lines where they are there. */
export function wholeRow(data: PublicData): Row {
  const lines = [...questions, ...(data.serviceLines() ?? [])];
  const { products } = parseCatalogue(readFileSync(join(demoFolder(), "catalogue.json"), "utf8"), "json");
  const facts: Facts = {
    now: 0,
    shop: { name: "", settings: Value.Default(ShopSettings, {}) as ShopSettings },
    catalogue: createCatalogue(products),
    passages: createPassages([]),
    examples: noExamples,
    staffing: () => ({ open: true, online: 1 }),
  };
  const dialogue = initialDialogue({ locale: "zh-CN", granted: [] });
  const read = (at: number) => void understand(lines[at % lines.length]!, { dialogue, facts, locale: "zh-CN" });
  for (let at = 0; at < warmUp; at++) read(at);
  const latencies = timed(rounds, read);
  const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
  return {
    what: "whole understanding of one message, p99",
    target: "≤ 1 ms",
    ours: `${p99.toFixed(2)} ms (p50 ${p50.toFixed(2)})`,
    holds: p99 <= 1,
    figures: { p50, p99 },
  };
}

const isWeights = (name: string) => name.endsWith(".bin");

/** What the shipped weights come to together. */
export function weightsRow(): Row {
  const folder = fileURLToPath(new URL("../../../../data/", import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(isWeights);
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  const megabytes = bytes / 1e6;
  return {
    what: `shipped weights together (${files.length} files)`,
    target: "≤ 3 MB",
    ours: `${megabytes.toFixed(2)} MB`,
    holds: megabytes <= 3,
    figures: { bytes },
  };
}
