import { chunkMarkdown, type Document } from "../knowledge/chunk.ts";
import type { ShopData } from "../ports/shop-data.ts";
import type { ImportOutcome } from "./import-report.ts";

/** Replaces the passages of these documents; a document that holds nothing to quote is reported. */
export async function importKnowledge(shopData: ShopData, shop: string, documents: Document[]): Promise<ImportOutcome> {
  const read = documents.map((document, index) => ({ line: index + 1, document, passages: chunkMarkdown(document) }));
  const named = new Map(read.map((one) => [one.document.document, one]));
  // Named twice, the later one stands: two of one name would be one document with passages of both.
  const last = [...named.values()];
  const passages = last.flatMap((one) => one.passages);
  await shopData.savePassages(shop, [...named.keys()], passages);
  const rejected = read
    .filter((one) => one.passages.length === 0)
    .map(({ line, document }) => ({ line, field: "markdown", reason: "holds no text", value: document.document }));
  return { rows: documents.length, imported: passages.length, rejected, ignored: [] };
}
