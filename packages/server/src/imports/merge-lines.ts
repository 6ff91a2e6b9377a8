import { type CatalogueField, statusWords } from "./catalogue-columns.ts";
import { type ImportedProduct, readProduct, skuKind } from "./catalogue-row.ts";
import type { CsvLine } from "./import-report.ts";
import { type Problem, problem, type Rejection } from "./rejection.ts";

type CatalogueLine = CsvLine<CatalogueField>;

/** What may not differ between the lines of one product. */
const shared = ["title", "currency"] as const;

/** Merges the CSV lines of one id: each line is a SKU, and a field left empty is that of the lines before it. */
export function mergeLines(lines: CatalogueLine[]): { row?: ImportedProduct; rejected: Rejection[] } {
  const common = commonFields(lines);
  const asSkus = lines.some(isSku);
  const rejected: Rejection[] = [];
  let product: ImportedProduct | undefined;
  for (const line of lines) {
    const fault = lineFault(line, common, { asSkus, first: lines[0]! });
    if (fault) {
      rejected.push({ line: line.line, ...fault });
      continue;
    }
    if (asSkus && !isSku(line)) continue;
    const read = readProduct(rowOf(line, common, asSkus));
    const clash = read.ok ? product && skuClash(product, read.row) : csvNames(read.problem);
    if (clash) rejected.push({ line: line.line, ...clash });
    else if (read.ok) product = product ? withSku(product, read.row) : read.row;
  }
  return { ...(product && { row: product }), rejected };
}

/** What the lines of one id have in common. */
type Common = Pick<CatalogueLine, "fields" | "attributes">;

/** For each field the first line that fills it decides. */
function commonFields(lines: CatalogueLine[]): Common {
  const { stock: _, skuId: __, ...fields } = Object.assign({}, ...lines.map((line) => line.fields).reverse());
  return { fields, attributes: Object.assign({}, ...lines.map((line) => line.attributes).reverse()) };
}

function isSku(line: CatalogueLine): boolean {
  return line.fields.skuId !== undefined || Object.keys(line.skuAttributes).length > 0;
}

function lineFault(
  { line, fields, ...rest }: CatalogueLine,
  common: Common,
  group: { asSkus: boolean; first: CatalogueLine },
): Problem | undefined {
  for (const field of shared) {
    if (fields[field] !== undefined && fields[field] !== common.fields[field]) {
      return problem(field, `differs from the other lines of this id (${common.fields[field]})`, fields[field]);
    }
  }
  if (!group.asSkus) {
    return line === group.first.line
      ? undefined
      : problem("id", `repeats line ${group.first.line} and names no size, colour or SKU id`, fields.id);
  }
  const product = !isSku({ line, fields, ...rest });
  return product && fields.stock !== undefined
    ? problem(
        "stock",
        "is given without a size, colour or SKU id, while other lines of this id have them",
        fields.stock,
      )
    : undefined;
}

/** The line as the JSON row it stands for. A SKU without an id gets one from what tells it apart, the same at every import. */
function rowOf({ fields, skuAttributes }: CatalogueLine, common: Common, asSku: boolean): Record<string, unknown> {
  const { skuId, stock, ...own } = fields;
  const row: Record<string, unknown> = { ...common.fields, ...own, attributes: common.attributes };
  const status = own.status ?? common.fields.status;
  if (status !== undefined) row.status = statusWords[status.toLowerCase()] ?? status;
  if (!asSku) return { ...row, stock };
  const id = skuId ?? `${common.fields.id}:${Object.values(skuAttributes).join("/")}`;
  return { ...row, skus: [{ id, attributes: skuAttributes, stock }] };
}

/** In a CSV file the SKU's fields are columns like any other. */
function csvNames({ field, ...rest }: Problem): Problem {
  return { field: field.replace(/^skus\[0\]\./, "").replace(/^attributes\./, ""), ...rest };
}

function skuClash(product: ImportedProduct, line: ImportedProduct): Problem | undefined {
  const sku = line.skus[0]!;
  if (product.skus.some((other) => other.id === sku.id)) return problem("skuId", "is that of another line", sku.id);
  const kind = skuKind(sku);
  return product.skus.some((other) => skuKind(other) === kind)
    ? problem("", "has the size and colour of another line of this id", sku.attributes)
    : undefined;
}

/** The product with one more SKU; it costs what its cheapest SKU costs. */
function withSku(product: ImportedProduct, line: ImportedProduct): ImportedProduct {
  const { listPrice: _, ...rest } = product;
  const cheapest = line.price.amount < product.price.amount ? line : product;
  return {
    ...rest,
    price: cheapest.price,
    ...(cheapest.listPrice && { listPrice: cheapest.listPrice }),
    stock: product.stock + line.stock,
    skus: [...product.skus, ...line.skus],
  };
}
