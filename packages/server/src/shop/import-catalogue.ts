import { parseCatalogue } from "../imports/parse-catalogue.ts";
import type { ImportFile } from "./import-report.ts";

/** Takes over every good row of a catalogue file; a product with a known id is replaced. */
export const importCatalogue: ImportFile = async ({ shopData }, shop, { text, format }) => {
  const { products, rejected, rows, ignored } = parseCatalogue(text, format);
  const saved = products.map(({ status, ...product }) => ({ product, listed: status === "listed" }));
  if (saved.length > 0) await shopData.saveProducts(shop, saved);
  return { rows, imported: saved.length, rejected, ignored };
};
