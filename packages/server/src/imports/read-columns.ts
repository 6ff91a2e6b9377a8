/** How the header's cells are understood: where each field stands, and which columns carry attributes. */
export type Columns<F extends string> = {
  /** Field → index of its column. */
  at: Partial<Record<F, number>>;
  /** Columns of the product's attributes (`attr:材质`). */
  attributes: { name: string; index: number }[];
  /** Columns that tell the SKUs of a product apart (size, colour, `sku:口味`). */
  skuAttributes: { name: string; index: number }[];
  /** Headers that mean nothing here. */
  unknown: string[];
};

const attributePrefix = /^(?:attr|attribute|属性)\s*:\s*/i;
const skuPrefix = /^(?:sku|规格)\s*:\s*/i;
const skuNames = new Set(["尺码", "颜色", "规格", "款式", "size", "color", "colour"]);

/** Understands a header row by a table of names, whatever their case, width or language. */
export function readColumns<F extends string>(header: string[], names: Record<F, readonly string[]>): Columns<F> {
  const fieldOf = new Map<string, F>();
  for (const field of Object.keys(names) as F[]) {
    for (const name of [field, ...names[field]]) fieldOf.set(comparable(name), field);
  }
  const columns: Columns<F> = { at: {}, attributes: [], skuAttributes: [], unknown: [] };
  header.forEach((written, index) => {
    const name = written.normalize("NFKC").trim();
    const field = fieldOf.get(comparable(name));
    if (attributePrefix.test(name)) columns.attributes.push({ name: name.replace(attributePrefix, ""), index });
    else if (skuPrefix.test(name)) columns.skuAttributes.push({ name: name.replace(skuPrefix, ""), index });
    else if (skuNames.has(name.toLowerCase())) columns.skuAttributes.push({ name, index });
    else if (field !== undefined && columns.at[field] === undefined) columns.at[field] = index;
    else if (name !== "") columns.unknown.push(written);
  });
  return columns;
}

/** `List Price`, `list_price` and `listPrice` are one name. */
function comparable(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/g, "");
}
