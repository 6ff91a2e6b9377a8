import { parseCatalogue } from "../imports/parse-catalogue.ts";
import type { ShopData } from "../ports/shop-data.ts";
import type { ImportFormat, ImportOutcome } from "./import-report.ts";

/** Takes over every good row of a catalogue file; a product with a known id is replaced. */
export async function importCatalogue(
  shopData: ShopData,
  shop: string,
  file: { text: string; format: ImportFormat },
): Promise<ImportOutcome> {
  const { products, rejected, rows, ignored } = parseCatalogue(file.text, file.format);
  const saved = products.map(({ status, ...product }) => ({ product, listed: status === "listed" }));
  if (saved.length > 0) await shopData.saveProducts(shop, saved);
  return { rows, imported: saved.length, rejected, ignored };
}
