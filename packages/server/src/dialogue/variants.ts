import type { Entity, Sku } from "@yiwen/shared";
import { coloursIn } from "../nlu/entities.ts";
import { bareNumbers } from "./bare-number.ts";
import type { Product } from "./facts.ts";
import { standsInName } from "./localise.ts";
import { type Form, formOf, sizeName } from "./option-form.ts";
import { type OptionKind, optionKind } from "./option-kind.ts";
import { patternOf, plainly } from "./pattern-of.ts";
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

/**
 * What a text names, with the product's own options that the general words for sizes and colours don't catch ("43",
 * "6.1寸", all of "雾蓝") and the number that is asked for as a size though there is no such.
 */
export function withOptions(product: Product, text: string, known: Entity[]): Entity[] {
  const options = knownOf(product);
  const readings = readingsOf(text, [], patternsOf(options));
  const own = namedIn(options, readings);
  const isPart = ({ kind, text: said }: Entity) =>
    own.some((other) => other.kind === kind && other.text !== said && other.text.includes(plainly(said)));
  const left = known.filter((entity) => !isPart(entity));
  const colours = [...left, ...own].flatMap((entity) => (entity.kind === "colour" ? [plainly(entity.text)] : []));
  const numbers = options.flatMap((option) => {
    const found = firstOf(readings, ({ text: rest }) => numbered(option, rest, colours));
    return found ? [entityOf(option, found)] : [];
  });
  const more = [...own, ...numbers].filter(
    ({ kind }, at, all) => !left.some((one) => one.kind === kind) && all.findIndex((one) => one.kind === kind) === at,
  );
  return [...left, ...more];
}

function namedIn(options: Known[], readings: Reading[]): Entity[] {
  return options.flatMap((option) => {
    const found = firstOf(readings, ({ text }) => literal(option, text));
    return found ? [entityOf(option, found)] : [];
  });
}

/** A colour has the name by which all shops' colours meet; what has none is called as the shop does. */
function entityOf({ kind }: Known, { value, said }: Found): Entity {
  const name = kind === "colour" ? (coloursIn(value)[0] ?? value) : value;
  return { kind: kind === "other" ? "option" : kind, value: name, text: said };
}

function patternsOf(options: Known[]): RegExp[] {
  return options.flatMap(({ forms }) =>
    forms.flatMap(({ pattern, numbers }) => [
      ...(pattern ? [pattern] : []),
      ...(numbers ? [patternOf(String(numbers.from)), patternOf(String(numbers.to))] : []),
    ]),
  );
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

/** The value that a bare number means, else the number where it is asked for as a size of a product that has numbers for sizes. */
function numbered(option: Known, plain: string, colours: string[]): Found | undefined {
  const all = bareNumbers(plain, colours);
  const meantBy = ({ said }: { said: string }) => only(byNumber(option, said));
  const told = all.findLast((one) => one.isPlaced && meantBy(one));
  if (told) return { value: meantBy(told)!.value, said: told.said };
  const missing = all.findLast(
    (one) => one.isAsked && byNumber(option, one.said).length === 0 && mayBeSize(option, Number(one.said)),
  );
  return missing && { value: missing.said, said: missing.said };
}

const only = <T>(found: T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

function byNumber({ forms }: Known, said: string): Form[] {
  const wanted = Number(said);
  const exact = forms.filter(({ value }) => value === said);
  return exact.length > 0
    ? exact
    : forms.filter(({ numbers }) => numbers && numbers.from <= wanted && wanted <= numbers.to);
}

/** Whether a number could be one of these sizes, were there such: they are plain numbers, and it is not far from them. */
function mayBeSize({ kind, forms }: Known, wanted: number): boolean {
  const isPlain = forms.every(({ value }) => /^[\d.–-]+$/.test(value.trim()));
  const sizes = forms.flatMap(({ numbers }) => (numbers ? [numbers.from, numbers.to] : []));
  if (kind !== "size" || !isPlain || sizes.length === 0) return false;
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  return wanted > low * 0.7 && wanted < high * 1.3;
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

/** The values that a size's or colour's name means; the shop's own word for one means that one. */
function fitting(option: Known, said: string): Form[] {
  const { kind, forms } = option;
  const own = forms.filter(({ value }) => value === said);
  if (own.length > 0) return own;
  const name = kind === "colour" ? said : sizeName(said);
  const named = forms.filter(({ names }) => names.includes(name));
  return named.length > 0 || kind === "colour" || !/^[\d.]+$/.test(name) ? named : byNumber(option, name);
}
