import type { Entity, Sku } from "@yiwen/shared";
import { coloursIn, entitiesIn } from "../nlu/entities.ts";
import type { Product } from "./facts.ts";

export type OptionKind = "size" | "colour" | "other";

/** A thing to choose about a product, with the values its SKUs have, in their order. */
export type Option = { key: string; kind: OptionKind; values: string[] };

/** Options matched in a message, and sizes or colours it names that the product doesn't have. */
export type Choice = { chosen: Record<string, string>; unknown: Entity[] };

/** The kind of a SKU attribute, by how shops name it. */
export function optionKind(key: string): OptionKind {
  if (/颜色|色|colou?r/i.test(key)) return "colour";
  return /尺码|尺寸|码数|鞋码|^码$|size/i.test(key) ? "size" : "other";
}

/** What can be chosen about a product. */
export function optionsOf(product: Product): Option[] {
  const values = new Map<string, Set<string>>();
  for (const { attributes } of product.skus) {
    for (const [key, value] of Object.entries(attributes)) {
      values.set(key, (values.get(key) ?? new Set()).add(value));
    }
  }
  return [...values].map(([key, set]) => ({ key, kind: optionKind(key), values: [...set] }));
}

/** The SKUs that fit what was chosen so far. */
export function skusFor(product: Product, chosen: Record<string, string>): Sku[] {
  return product.skus.filter(({ attributes }) =>
    Object.entries(chosen).every(([key, value]) => attributes[key] === undefined || attributes[key] === value),
  );
}

/** Matches a message's words and entities against a product's options. */
export function chooseOptions(product: Product, text: string, entities: Entity[]): Choice {
  const plain = text.normalize("NFKC").toLowerCase();
  const options = optionsOf(product);
  const chosen: Record<string, string> = {};
  for (const { key, kind, values } of options) {
    const value = literal(values, plain) ?? byEntity(kind, values, entities) ?? byOption(values, entities);
    if (value !== undefined) chosen[key] = value;
  }
  const unknown = entities.filter(({ kind, value }) => {
    if (kind !== "size" && kind !== "colour") return false;
    const option = options.find((candidate) => candidate.kind === kind);
    if (!option) return kind === "colour" ? false : !options.some(({ values }) => literal(values, value.toLowerCase()));
    return !option.values.some((has) => matches(kind, has, value));
  });
  return { chosen, unknown };
}

/** Values of a product's own options that a text names and the general words for sizes and colours don't catch: "43", "6.1寸". */
export function optionEntities(product: Product, text: string, known: Entity[]): Entity[] {
  const plain = text.normalize("NFKC").toLowerCase();
  return optionsOf(product).flatMap(({ kind, values }) => {
    const value = literal(values, plain) ?? (plain.length <= bareLength ? number(values, plain) : undefined);
    if (value === undefined || known.some((entity) => entity.kind === kind)) return [];
    return [{ kind: kind === "other" ? "option" : kind, value, text: value }];
  });
}

/** A number alone in a short message is a size where the product has it. */
const bareLength = 6;

function number(values: string[], plain: string): string | undefined {
  const [found] = plain.match(/\d+(?:\.\d+)?/) ?? [];
  return values.find((value) => value === found);
}

/** A value that stands in the text as it is; short latin and digits only as words of their own. */
function literal(values: string[], plain: string): string | undefined {
  return [...values]
    .sort((a, b) => b.length - a.length)
    .find((value) => {
      const wanted = value.normalize("NFKC").toLowerCase();
      if (!/^[a-z\d.]+$/.test(wanted)) return plain.includes(wanted);
      const at = plain.indexOf(wanted);
      if (at < 0) return false;
      const around = plain.slice(Math.max(0, at - 1), at) + plain.slice(at + wanted.length, at + wanted.length + 1);
      return wanted.length > 2 && !/[a-z\d]/.test(around);
    });
}

function byOption(values: string[], entities: Entity[]): string | undefined {
  return entities.find(({ kind, value }) => kind === "option" && values.includes(value))?.value;
}

function byEntity(kind: OptionKind, values: string[], entities: Entity[]): string | undefined {
  const wanted = entities.filter((entity) => entity.kind === kind).at(-1);
  if (!wanted) return undefined;
  const fitting = values.filter((value) => matches(kind, value, wanted.value));
  // "蓝色" may be dark or light blue: then nothing is chosen and the answer lists both.
  return fitting.length === 1 ? fitting[0] : undefined;
}

function matches(kind: OptionKind, value: string, wanted: string): boolean {
  if (kind === "colour") return coloursIn(value).includes(wanted);
  return sizeName(value) === sizeName(wanted);
}

/** XXL and 2XL, "L码" and "L (175)" are one size. */
function sizeName(value: string): string {
  const found =
    entitiesIn(/^\d/.test(value) ? `${value}码` : value).find(({ kind }) => kind === "size")?.value ?? value;
  const extra = /^(X{2,})([LS])$/i.exec(found);
  return (extra ? `${extra[1]!.length}X${extra[2]}` : found).toUpperCase();
}
