import { readdirSync, readFileSync } from "node:fs";
import { ShopSettings } from "@yiwen/shared/schema";
import { Value } from "typebox/value";
import type { Facts } from "../../src/dialogue/facts.ts";
import { parseCatalogue } from "../../src/imports/parse-catalogue.ts";
import { createCatalogue } from "../../src/knowledge/catalogue.ts";
import { chunkMarkdown } from "../../src/knowledge/chunk.ts";
import { createPassages } from "../../src/knowledge/passages.ts";
import { noExamples } from "../../src/nlu/few-shot/examples.ts";

const shop = new URL("../../../../examples/storefront/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, shop), "utf8");

/** Facts of the demo shop: its catalogue, its policies and its settings, as they are in the repository. */
export function demoFacts(): Facts {
  const { name, settings } = JSON.parse(read("settings.json")) as { name: string; settings: object };
  const { products } = parseCatalogue(read("catalogue.json"), "json");
  const documents = readdirSync(new URL("policies/", shop)).filter((file) => file.endsWith(".md"));
  return {
    now: Date.UTC(2026, 4, 20, 4),
    shop: { name, settings: Value.Default(ShopSettings, settings) as ShopSettings },
    catalogue: createCatalogue(products.filter(({ status }) => status !== "unlisted")),
    passages: createPassages(
      documents.flatMap((document) => chunkMarkdown({ document, markdown: read(`policies/${document}`) })),
    ),
    examples: noExamples,
    staffing: () => ({ open: true, online: 1 }),
  };
}
