import type { OrderStatus } from "@yiwen/shared";
import { namesIn } from "./names.ts";
import { codesBeyond, deedsIn, promisesBeyond, statesIn } from "./promises.ts";
import { plainText, type Quantity } from "./quantities.ts";
import { type Statement, statementsIn } from "./statements.ts";
import { type Topic, topicsIn } from "./topics.ts";

/** Something that an answer may repeat: a passage, a product, an order, what a tool found. */
export type GroundSource = {
  id: string;
  /** What it goes by, where it is one thing of several: a product's title, an order's number. */
  names: string[];
  /** Its heading: what all of it is about. */
  heading: string;
  text: string;
  /** The states of the orders in it. */
  states?: OrderStatus[];
};

/** What a draft states that no source says, as it stands in the draft; and the sources that bear out the rest. */
export type Grounding = { unfounded: string[]; used: string[] };

type Known = Statement & { source: GroundSource };
type Claim = Statement & { isOwn: boolean; scope: Set<string> };

/** Units in which shops make promises: a number of them is only true of what it was said of. */
const promised = new Set(["hours", "workdays", "months"]);
/** What shoppers say of themselves may be said back to them. */
const personal = new Set([
  "of cm",
  "of kg",
  "of 斤",
  "of 公斤",
  "of 厘米",
  "of 码",
  "of 号",
  "of 米",
  "of 件",
  "of 个",
  "of 双",
]);

/**
 * Whether everything in a draft that can be checked is in its sources: numbers, prices, spans of time, dates, states of
 * orders, links, numbers of orders, promises. A number must have been said of the same thing: fifteen days of exchange
 * are no fifteen days of return. `asked` is the shopper's message; what stands in it is no source.
 */
export function checkGrounding(draft: string, sources: GroundSource[], asked = ""): Grounding {
  const known = sources.flatMap(knownIn);
  const claims = claimsIn(draft, sources, asked);
  const said = statementsIn(asked);
  const everything = sources.map(({ heading, text, names }) => [heading, text, ...names].join("\n")).join("\n");
  const used = new Set<string>();
  const unfounded: string[] = [];
  for (const claim of claims) {
    const basis = basisOf(claim, known);
    for (const { source } of basis) used.add(source.id);
    if (basis.length === 0 && !isTheirOwn(claim, said)) unfounded.push(claim.said);
  }
  unfounded.push(
    ...statesBeyond(draft, sources),
    ...deedsIn(draft),
    ...promisesBeyond(draft, everything),
    ...codesBeyond(draft, `${everything}\n${asked}`),
  );
  return { unfounded: [...new Set(unfounded)], used: [...used] };
}

function knownIn(source: GroundSource): Known[] {
  const found = statementsIn(source.text).filter(isSaid);
  const heading = topicsIn(source.heading);
  const whole = new Set([...heading, ...topicsIn(source.text)]);
  return [...found, ...statementsIn(source.heading).filter(isSaid)].map((statement) => {
    const { quantity, topics } = statement;
    // Where the whole text names one span of time only, all of it is about that one.
    const isOnly = quantity !== undefined && found.every((other) => !differ(other.quantity, quantity));
    const own = isOnly ? whole : topics.size > 0 ? topics : heading;
    return { ...statement, topics: own, source };
  });
}

const question =
  /[?？吗么呢]\s*$|多久|几[天日]|怎么|是否|能不能|可不可以|有没有|^(?:can|do|does|is|are|how|what|when|will)\b/;

/** What a page asks in order to answer it, it does not say. */
function isSaid({ sentence }: Statement): boolean {
  return !question.test(sentence.trim());
}

function differ(a: Quantity | undefined, b: Quantity): boolean {
  return a !== undefined && promised.has(a.unit) && promised.has(b.unit) && (a.value !== b.value || a.unit !== b.unit);
}

/** The draft's statements, each with what it is about: its own words, else those before it, else the question. */
function claimsIn(draft: string, sources: GroundSource[], asked: string): Claim[] {
  let topics: Set<Topic> = topicsIn(plainText(asked));
  let scope = namesIn(asked, sources);
  return statementsIn(draft).map((statement) => {
    const isOwn = statement.topics.size > 0;
    if (isOwn) topics = statement.topics;
    const named = [statement.segment, statement.sentence].map((text) => namesIn(text, sources));
    scope = named.find(({ size }) => size > 0) ?? scope;
    return { ...statement, topics, isOwn, scope };
  });
}

function basisOf(claim: Claim, known: Known[]): Known[] {
  const { scope } = claim;
  const inScope = known.filter(({ source, isDenied }) => {
    const isNamed = scope.size === 0 || source.names.length === 0 || scope.has(source.id);
    return isNamed && isDenied === claim.isDenied;
  });
  if (claim.moment) return inScope.filter(({ moment }) => moment?.key === claim.moment?.key);
  const comparable = inScope.filter(({ quantity }) => quantity && isComparable(quantity, claim.quantity!));
  return nearest(claim, comparable).filter(({ quantity }) => isEqual(quantity!, claim.quantity!));
}

function isComparable(source: Quantity, claim: Quantity): boolean {
  return source.unit === claim.unit || source.unit === "bare" || claim.unit === "bare";
}

function isEqual(source: Quantity, claim: Quantity): boolean {
  if (claim.to !== undefined) return source.value === claim.value && source.to === claim.to;
  return source.value === claim.value || source.to === claim.value;
}

/** Of the statements in the same unit those that are about the same thing, and about the least besides. */
function nearest({ topics, isOwn, quantity }: Claim, known: Known[]): Known[] {
  if (topics.size === 0) return known;
  if (!isOwn) return most(known, (one) => overlap(topics, one.topics));
  const about = known.filter((one) => overlap(topics, one.topics) === topics.size);
  const closest = most(about, (one) => -one.topics.size);
  const isPromise = promised.has(quantity!.unit) || quantity!.unit === "bare";
  if (isPromise) return closest.length > 0 ? closest : [];
  // A price in a sentence about discounts is still the product's price.
  return [...closest, ...known.filter((one) => one.topics.size === 0)];
}

function overlap(a: Set<Topic>, b: Set<Topic>): number {
  return [...a].filter((topic) => b.has(topic)).length;
}

function most<T>(list: T[], score: (one: T) => number): T[] {
  const best = Math.max(...list.map(score));
  return list.filter((one) => score(one) === best);
}

function isTheirOwn({ quantity }: Claim, said: Statement[]): boolean {
  if (!quantity || !personal.has(quantity.unit)) return false;
  return said.some((one) => one.quantity && isComparable(one.quantity, quantity) && isEqual(one.quantity, quantity));
}

function statesBeyond(draft: string, sources: GroundSource[]): string[] {
  const orders = sources.filter(({ states }) => states !== undefined);
  return statesIn(draft).flatMap(({ said, at, states }) => {
    const named = namesIn(draft.slice(0, at + said.length), orders);
    const meant = named.size > 0 ? orders.filter(({ id }) => named.has(id)) : orders;
    return meant.some((order) => order.states?.some((state) => states.includes(state))) ? [] : [said];
  });
}
