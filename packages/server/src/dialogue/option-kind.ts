export type OptionKind = "size" | "colour" | "other";

/** The kind of a SKU attribute, by how shops name it. */
export function optionKind(key: string): OptionKind {
  if (/颜色|色|colou?r/i.test(key)) return "colour";
  return /尺码|尺寸|码数|鞋码|^码$|size/i.test(key) ? "size" : "other";
}
