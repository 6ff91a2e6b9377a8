import { type Known, promised } from "./known.ts";
import { type Chosen, combinationsOf, isOf } from "./options.ts";
import type { Quantity } from "./quantities.ts";
import type { Statement } from "./statements.ts";
import type { Topic } from "./topics.ts";

/** What a draft states, and of what. */
export type Claim = Statement & {
  /** Its own words say what it is about. */
  isOwn: boolean;
  /** The sources meant, by their ids; none where any may be. */
  scope: Set<string>;
  /** Its own words name a source. */
  isNamed: boolean;
  /** Something else is spoken of than before it. */
  isNew: boolean;
};

/** What bears a claim out; nothing where it isn't founded. */
export function basisOf(claim: Claim & { chosen: Chosen }, known: Known[]): Known[] {
  const { scope } = claim;
  const inScope = known.filter(({ source, polarity }) => {
    const isNamed = scope.size === 0 || source.names.length === 0 || scope.has(source.id);
    return isNamed && polarity === claim.polarity;
  });
  const { moment, quantity } = claim;
  if (moment) return inScope.filter((one) => one.moment?.key === moment.key);
  if (!quantity) return [];
  const comparable = inScope.filter(
    (one) => one.quantity && isComparable(one.quantity, quantity) && isAlike(one, claim),
  );
  return ofChosen({ ...claim, quantity }, nearest({ ...claim, quantity }, comparable));
}

function isComparable(source: Quantity, claim: Quantity): boolean {
  if (source.unit === claim.unit) return true;
  const units = [source.unit, claim.unit];
  return units.includes("bare") && !units.includes("percent") && !units.includes("discount");
}

const moneyTopics: Topic[] = ["freight", "coupon", "points", "compensation", "presale", "priceProtection", "invoice"];

/** A price is neither what it was before nor what is taken off it. */
function isAlike(one: Known, { quantity, hints, isOwn, isNamed, topics }: Claim): boolean {
  if (!isMoney(one.quantity) && !isMoney(quantity)) return true;
  if (hints.has("former") !== one.hints.has("former")) return false;
  const isPrice = topics.size === 0 || (!isOwn && (isNamed || hints.has("price")));
  return !isPrice || one.source.names.length > 0 || !moneyTopics.some((topic) => one.near.has(topic));
}

function isMoney(quantity: Quantity | undefined): boolean {
  return quantity?.unit.startsWith("money") ?? false;
}

type Counted = Claim & { chosen: Chosen; quantity: Quantity };

/** Of the statements in the same unit those that are about the same thing, and about the least besides. */
function nearest({ topics, words, isOwn, quantity }: Counted, known: Known[]): Known[] {
  if (topics.size === 0) return known;
  // What only one size or colour costs or has, is said of it whatever else is spoken of.
  const ofChoices = known.filter(({ choice }) => choice);
  const isSameThing = (one: Known) => [...words].some((word) => one.words.has(word));
  if (!isOwn) {
    const others = known.filter((one) => (one.near.size === 0 ? isSameThing(one) : isRepeated(words, topics, one)));
    return [...ofChoices, ...most(known, (one) => overlap(topics, one.topics)), ...others];
  }
  const about = known.filter((one) => overlap(topics, one.topics) === topics.size);
  const closest = most(about, (one) => -one.topics.size);
  if (promised.has(quantity.unit)) return [...closest, ...about.filter((one) => isQuoted(words, topics, one))];
  if (quantity.unit === "bare") {
    return [...closest, ...known.filter((one) => one.quantity?.unit === "bare" && isSameThing(one))];
  }
  if (quantity.unit.startsWith("of ")) return [...about, ...known.filter((one) => one.topics.size === 0)];
  // A price in a sentence about discounts is still the product's price.
  return [...ofChoices, ...closest, ...known.filter((one) => one.topics.size === 0)];
}

const fewest = 4;
const quoted = 0.8;

/** The source's very words, about nothing that isn't spoken of. */
function isRepeated(words: Set<string>, topics: Set<Topic>, one: Known): boolean {
  const isSame = words.size === one.words.size && [...words].every((word) => one.words.has(word));
  return words.size >= fewest && isSame && overlap(topics, one.near) === one.near.size;
}

/** Said in the source's own words, and of nothing else. */
function isQuoted(words: Set<string>, topics: Set<Topic>, one: Known): boolean {
  const isSame = one.near.size === topics.size && overlap(topics, one.near) === topics.size;
  return (
    isSame && words.size >= fewest && [...words].filter((word) => one.words.has(word)).length >= quoted * words.size
  );
}

function overlap(a: Set<Topic>, b: Set<Topic>): number {
  return [...a].filter((topic) => b.has(topic)).length;
}

function most<T>(list: T[], score: (one: T) => number): T[] {
  const best = Math.max(...list.map(score));
  return list.filter((one) => score(one) === best);
}

/** What bears the claim out for every option that it names: what is true of one size is not true of another. */
function ofChosen(claim: Counted, known: Known[]): Known[] {
  const combinations = combinationsOf(claim.chosen);
  if (!combinations) return [];
  const found = combinations.map((combination) => ofOne(claim, known, combination));
  return found.some((basis) => basis.length === 0) ? [] : [...new Set(found.flat())];
}

function ofOne(claim: Counted, known: Known[], combination: Map<string, string>): Known[] {
  const isSaid = (one: Known) => isEqual(one.quantity!, claim);
  const fitting = known.filter(({ choice }) => choice && isOf(choice.options, combination));
  const general = known.filter((one) => !one.choice && isOf(optionsIn(one.chosen), combination));
  const split = new Set(known.filter(({ choice }) => choice).map(({ source }) => source.id));
  const isWhole = combination.size === 0 || claim.quantity.to !== undefined;
  const isSplit = (one: Known) => split.has(one.source.id) && (isMoney(one.quantity) || one.hints.has("stock"));
  const basis = general.filter((one) => isSaid(one) && (isWhole || !isSplit(one)));
  if (combination.size === 0) return basis;
  return [
    ...basis,
    ...[...split].flatMap((id) =>
      ofAll(
        claim,
        fitting.filter(({ source }) => source.id === id),
      ),
    ),
  ];
}

/** Where several sizes or colours are meant, it must be true of each; or of the least or most of them, if that is said. */
function ofAll(claim: Counted, fitting: Known[]): Known[] {
  const equal = fitting.filter((one) => isEqual(one.quantity!, claim));
  const choices = new Set(fitting.map(({ choice }) => choice));
  if (new Set(equal.map(({ choice }) => choice)).size === choices.size) return equal;
  const values = fitting.map(({ quantity }) => quantity!.value);
  if (claim.bound === "low") return Math.min(...values) === claim.quantity.value ? equal : [];
  return claim.bound === "high" && Math.max(...values) === claim.quantity.value ? equal : [];
}

function optionsIn(chosen: Chosen): Record<string, string[]> {
  return Object.fromEntries([...chosen].map(([key, values]) => [key, [...values]]));
}

/** One end of a span is not the whole: "3-5天" bears out "最快3天" and "5天内", but not "3天送达". */
function isEqual(source: Quantity, { quantity, bound }: Counted): boolean {
  if (quantity.to !== undefined || source.to === undefined) {
    return source.value === quantity.value && source.to === quantity.to;
  }
  return (bound === "low" && source.value === quantity.value) || (bound === "high" && source.to === quantity.value);
}
