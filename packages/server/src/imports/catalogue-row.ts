import type { Money, ProductCard, Sku } from "@yiwen/shared";
import { ExternalId } from "@yiwen/shared/schema";
import { type Static, Type } from "typebox";
import { Compile } from "typebox/compile";
import { isCurrency, readMoney } from "./money.ts";
import { firstProblem, isRecord, type Problem, type ReadRow, rejected, withoutBlanks } from "./rejection.ts";

/** A product as it is imported. */
export type ImportedProduct = ProductCard & { status: "listed" | "unlisted" };

/** Text that is not blank. */
export const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: "\\S" });

/** An id; numbers are taken for the text they are written as. */
export const RowId = Type.Union([
  Type.Intersect([ExternalId, Type.String({ pattern: "\\S" })]),
  Type.Integer({ minimum: 0 }),
]);

/** A price in major units as files write it; `readMoney` decides what it is worth. */
export const Price = Type.Union([Type.String({ maxLength: 40 }), Type.Number()]);

/** A link that a browser may follow or a picture it may load: http(s), or a path on the shop's own site. */
export const Link = Type.String({ maxLength: 2048, pattern: "^(https?://[^\\s\\\\]+|/(?![/\\\\])[^\\s\\\\]*)$" });

const Stock = Type.Union([Type.Integer({ minimum: 0, maximum: 1e9 }), Type.String({ pattern: "^\\d{1,9}$" })]);

const Attributes = Type.Record(
  Type.String({ minLength: 1, maxLength: 60 }),
  Type.Union([Text(500), Type.Number(), Type.Boolean()]),
  { maxProperties: 60 },
);

const SkuRow = Type.Object({
  id: RowId,
  attributes: Type.Optional(Attributes),
  price: Type.Optional(Price),
  stock: Stock,
});

/** One product as shops give it; prices in major units, text not trimmed yet. */
export const CatalogueRow = Type.Object({
  id: RowId,
  title: Text(200),
  category: Text(100),
  price: Price,
  listPrice: Type.Optional(Price),
  currency: Type.Optional(Type.String({ maxLength: 8 })),
  /** Needed where there are no SKUs; otherwise their sum counts. */
  stock: Type.Optional(Stock),
  skus: Type.Optional(Type.Array(SkuRow, { maxItems: 500 })),
  attributes: Type.Optional(Attributes),
  image: Type.Optional(Link),
  url: Type.Optional(Link),
  status: Type.Optional(Type.Union([Type.Literal("listed"), Type.Literal("unlisted")])),
});

type CatalogueRow = Static<typeof CatalogueRow>;

/** The names of the fields that mean something; others are ignored and named in the report. */
export const catalogueFields = Object.keys(CatalogueRow.properties);

const validator = Compile(CatalogueRow);

const reasons: Record<string, string> = {
  id: "must be text of 1 to 128 characters",
  price: "is not a price in major units, such as 199 or 199.90",
  listPrice: "is not a price in major units, such as 199 or 199.90",
  currency: "is not an ISO 4217 currency such as CNY",
  stock: "must be a whole number from 0 to 1000000000",
  image: "must begin with http://, https:// or /",
  url: "must begin with http://, https:// or /",
  status: "must be listed or unlisted",
};

/** Checks one row and turns it into a product with prices in minor units. */
export function readProduct(raw: unknown): ReadRow<ImportedProduct> {
  if (!isRecord(raw)) return rejected("", "is not an object", raw);
  const row = tidy(raw);
  if (!validator.Check(row)) return { ok: false, problem: firstProblem(validator.Errors(row), row, reasons) };
  const currency = (row.currency ?? "CNY").trim().toUpperCase();
  if (!isCurrency(currency)) return rejected("currency", reasons.currency!, row.currency);
  return readPrices(row, currency);
}

function tidy(raw: Record<string, unknown>): Record<string, unknown> {
  const row = withoutBlanks(raw);
  if (Array.isArray(row.skus)) row.skus = row.skus.map((sku) => (isRecord(sku) ? tidy(sku) : sku));
  if (isRecord(row.attributes)) row.attributes = withoutBlanks(row.attributes);
  return row;
}

function readPrices(row: CatalogueRow, currency: string): ReadRow<ImportedProduct> {
  const price = readMoney(row.price, currency);
  if (!price) return rejected("price", reasons.price!, row.price);
  const listPrice = row.listPrice === undefined ? undefined : readMoney(row.listPrice, currency);
  if (row.listPrice !== undefined && !listPrice) return rejected("listPrice", reasons.listPrice!, row.listPrice);
  const skus = readSkus(row.skus ?? [], price);
  if (!skus.ok) return skus;
  if (skus.row.length === 0 && row.stock === undefined) return rejected("stock", "is missing");
  return { ok: true, row: build(row, { price, ...(listPrice && { listPrice }) }, skus.row) };
}

function readSkus(rows: NonNullable<CatalogueRow["skus"]>, base: Money): ReadRow<Sku[]> {
  const skus: Sku[] = [];
  const ids = new Set<string>();
  const kinds = new Set<string>();
  for (const [i, row] of rows.entries()) {
    const fault = (field: string, reason: string, value: unknown): { ok: false; problem: Problem } =>
      rejected(`skus[${i}].${field}`, reason, value);
    const price = row.price === undefined ? base : readMoney(row.price, base.currency);
    if (!price) return fault("price", reasons.price!, row.price);
    const sku = { id: String(row.id).trim(), attributes: texts(row.attributes), price, stock: Number(row.stock) };
    const kind = skuKind(sku);
    if (ids.has(sku.id)) return fault("id", "is the id of another SKU of this product", sku.id);
    if (kinds.has(kind)) return fault("attributes", "are those of another SKU of this product", row.attributes ?? {});
    ids.add(sku.id);
    kinds.add(kind);
    skus.push(sku);
  }
  return { ok: true, row: skus };
}

/** What tells a SKU apart for a shopper; two of one kind could not be chosen between. */
export function skuKind(sku: Pick<Sku, "attributes">): string {
  return JSON.stringify(Object.entries(sku.attributes).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function build(row: CatalogueRow, prices: { price: Money; listPrice?: Money }, skus: Sku[]): ImportedProduct {
  const { price, listPrice } = prices;
  return {
    id: String(row.id).trim(),
    title: row.title.trim(),
    category: row.category.trim(),
    price,
    // A "former" price that is not higher is no reduction, and showing one would mislead.
    ...(listPrice && listPrice.amount > price.amount && { listPrice }),
    stock: skus.length > 0 ? skus.reduce((sum, sku) => sum + sku.stock, 0) : Number(row.stock),
    skus,
    attributes: texts(row.attributes),
    ...(row.image !== undefined && { image: row.image }),
    ...(row.url !== undefined && { url: row.url }),
    status: row.status ?? "listed",
  };
}

function texts(attributes: CatalogueRow["attributes"] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.trim(), String(value).trim()]));
}
