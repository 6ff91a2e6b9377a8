import type { Entity, Sku } from "@yiwen/shared";
import type { Product } from "./facts.ts";
import { standsInName } from "./localise.ts";
import { type Form, formOf, sizeName } from "./option-form.ts";
import { type OptionKind, optionKind } from "./option-kind.ts";
import { plainly } from "./pattern-of.ts";
import { meant, type Reading, readingsOf } from "./refused.ts";

/** A thing to choose about a product, with the values its SKUs have, in their order. */
export type Option = { key: string; kind: OptionKind; values: string[] };

/** Options matched in a message, and sizes or colours it names that the product doesn't have. */
export type Choice = { chosen: Record<string, string>; unknown: Entity[] };

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

/** An option with the forms of its values. */
type Known = { key: string; kind: OptionKind; forms: Form[] };

// A product never changes, so its options are looked at once.
const looked = new WeakMap<Product, Known[]>();

function knownOf(product: Product): Known[] {
  const before = looked.get(product);
  if (before) return before;
  const known = optionsOf(product).map(({ key, kind, values }) => ({
    key,
    kind,
    forms: values.map((value) => formOf(kind, value)),
  }));
  looked.set(product, known);
  return known;
}

/** Matches a message's words and entities against a product's options. */
export function chooseOptions(product: Product, text: string, entities: Entity[]): Choice {
  const options = knownOf(product);
  const named = entities.filter(({ kind }) => kind === "size" || kind === "colour" || kind === "option");
  const readings = readingsOf(text, named, patternsOf(options));
  const chosen: Record<string, string> = {};
  for (const option of options) {
    const value = valueIn(option, readings);
    if (value !== undefined) chosen[option.key] = value;
  }
  const unknown = [...meant(readings, "size"), ...meant(readings, "colour")].filter(
    (entity) => !isKnown(entity, options) && !standsInName(entity.text, product),
  );
  return { chosen, unknown };
}

/** Whether the product has such a size or colour, or where it has no colours to choose from may have it. */
function isKnown({ kind, value }: Entity, options: Known[]): boolean {
  const option = options.find((candidate) => candidate.kind === kind);
  if (option) return fitting(option, value).length > 0;
  return kind === "colour" || options.some((other) => literal(other, plainly(value)) !== undefined);
}

/** Values of a product's own options that a text names and the general words for sizes and colours don't catch: "43", "6.1寸". */
export function optionEntities(product: Product, text: string, known: Entity[]): Entity[] {
  const options = knownOf(product);
  const readings = readingsOf(text, [], patternsOf(options));
  return options.flatMap((option) => {
    const found = firstOf(readings, ({ text: left }) => literal(option, left) ?? number(option, left));
    if (!found || known.some((entity) => entity.kind === option.kind)) return [];
    return [{ kind: option.kind === "other" ? "option" : option.kind, value: found.value, text: found.said }];
  });
}

function patternsOf(options: Known[]): RegExp[] {
  return options.flatMap(({ forms }) => forms.flatMap(({ pattern }) => pattern ?? []));
}

function firstOf<T>(readings: Reading[], look: (reading: Reading) => T | undefined): T | undefined {
  for (const reading of readings) {
    const found = look(reading);
    if (found !== undefined) return found;
  }
  return undefined;
}

function valueIn(option: Known, readings: Reading[]): string | undefined {
  return firstOf(
    readings,
    ({ text, entities }) => literal(option, text)?.value ?? byEntity(option, entities) ?? byOption(option, entities),
  );
}

type Found = { value: string; said: string };

/** Up to here a number alone is a size where the product has it. */
const bareLength = 6;

function number({ forms }: Known, plain: string): Found | undefined {
  const [said] = plain.length <= bareLength ? (plain.match(/\d+(?:\.\d+)?/) ?? []) : [];
  return said !== undefined && forms.some(({ value }) => value === said) ? { value: said, said } : undefined;
}

/** The value that stands in the text as it is, the last of several; of two at one place the longer. */
function literal({ forms }: Known, plain: string): Found | undefined {
  const found = forms.flatMap(({ value, pattern }) => {
    const match = pattern && [...plain.matchAll(pattern)].at(-1);
    return match ? [{ value, said: match[0], from: match.index, to: match.index + match[0].length }] : [];
  });
  const isPart = ({ from, to }: { from: number; to: number }) =>
    found.some((other) => other.from <= from && to <= other.to && other.to - other.from > to - from);
  return found
    .filter((one) => !isPart(one))
    .sort((a, b) => a.from - b.from)
    .at(-1);
}

function byOption({ forms }: Known, entities: Entity[]): string | undefined {
  const isOne = (said: string) => forms.some(({ value }) => value === said);
  return entities.findLast(({ kind, value }) => kind === "option" && isOne(value))?.value;
}

function byEntity(option: Known, entities: Entity[]): string | undefined {
  const wanted = entities.findLast((entity) => entity.kind === option.kind);
  const fits = wanted ? fitting(option, wanted.value) : [];
  // "蓝色" may be dark or light blue: then nothing is chosen and the answer lists both.
  return fits.length === 1 ? fits[0]?.value : undefined;
}

function fitting({ kind, forms }: Known, said: string): Form[] {
  const name = kind === "colour" ? said : sizeName(said);
  return forms.filter(({ names }) => names.includes(name));
}
