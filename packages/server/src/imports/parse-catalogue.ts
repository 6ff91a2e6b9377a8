import { type CatalogueField, catalogueNames } from "./catalogue-columns.ts";
import { catalogueFields, type ImportedProduct, readProduct } from "./catalogue-row.ts";
import { type ImportReport, reportCsv, reportJson } from "./import-report.ts";
import { mergeLines } from "./merge-lines.ts";

/** What a catalogue file held; see `ImportReport`. */
export type CatalogueReport = Omit<ImportReport<never>, "taken"> & { products: ImportedProduct[] };

/** Reads a shop's catalogue: JSON array, JSON Lines, or CSV with Chinese or English headers. */
export function parseCatalogue(text: string, format: "json" | "csv"): CatalogueReport {
  const { taken, ...report } =
    format === "json"
      ? reportJson(text, catalogueFields, readProduct)
      : reportCsv<CatalogueField, ImportedProduct>(text, {
          names: catalogueNames,
          needed: ["id", "title", "category", "price", "stock"],
          read: mergeLines,
        });
  return { products: taken, ...report };
}
