import { coloursIn, entitiesIn } from "../nlu/entities.ts";
import type { Hint } from "./hints.ts";
import { plainText } from "./plain-text.ts";
import type { GroundChoice, GroundSource } from "./source.ts";

/** What is meant of a thing to choose: name of the option → the values named. */
export type Chosen = Map<string, Set<string>>;

type Word = { key: string; value: string };

const colour = "colour";
const size = "size";
/** A number alone is a size only where it counts nothing. */
const counts = "(?!-\\d|\\s?(?:[元块件双个天条只日月年%折.\\d]|小时|cm|kg|g|ml|in stock|left|days?|pcs|pieces))";
const sizeWord = /^(?:\d?x*[sml]|\d{2}(?:\.5)?)$/;

/** Where something is said of a thing. */
type Place = {
  at: number;
  end: number;
  sentence: string;
  hints: Set<Hint>;
  /** The sentences before its own that state nothing; empty but for a sentence's first statement. */
  lead: string;
  /** Something else is spoken of than before it. */
  isNew?: boolean;
};

/** Reads which options texts name, and of which of them statements speak. */
export type Options = {
  namedIn(text: string): Chosen;
  /** For each statement of a text what it is said of; what is not said anew stays as it was, until it is of something new. */
  chosenFor(statements: Place[], start: Chosen): Chosen[];
};

/** The options of all sources together: a value that only another product has fits none of this one's. */
export function optionsOf(sources: GroundSource[]): Options {
  const words = new Map<string, Word>();
  for (const { options } of sources.flatMap(({ choices = [] }) => choices)) {
    for (const [key, [value = "", ...others]] of Object.entries(options)) {
      for (const name of [value, ...others]) words.set(name, { key, value });
    }
  }
  const longestFirst = [...words.keys()].sort((a, b) => b.length - a.length);
  const literal = longestFirst.length === 0 ? undefined : new RegExp(longestFirst.map(asWord).join("|"), "g");

  const namedIn = (text: string): Chosen => {
    const chosen: Chosen = new Map();
    if (!literal) return chosen;
    const rest = withoutTitles(text).replace(literal, (name) => {
      const { key, value } = words.get(name)!;
      put(chosen, key, value);
      return " ".repeat(name.length);
    });
    for (const { kind, value } of entitiesIn(rest)) {
      if (kind === colour || kind === size) put(chosen, `any ${kind}`, value.toLowerCase());
    }
    return chosen;
  };
  const titles = sources.filter(({ choices }) => choices).flatMap(({ names }) => names.map(plainText));
  const title = titles.length === 0 ? undefined : new RegExp(titles.map(asWord).join("|"), "g");
  const withoutTitles = (text: string) => (title ? text.replace(title, (found) => " ".repeat(found.length)) : text);
  const placesIn = (sentence: string) =>
    literal
      ? [...withoutTitles(sentence).matchAll(literal)].map(({ 0: name, index }) => ({
          at: index,
          end: index + name.length,
        }))
      : [];
  return { namedIn, chosenFor: (statements, start) => follow(statements, { start, namedIn, placesIn }) };
}

/** A colour of one letter stands in many words: "小白鞋", "明白". */
const alone = "(?<![小明空坦表蛋美独])";
const asColour = "(?=[色的款码:：，,。、！!?？;；~a-z\\d¥(/\\s]|$|[有还和与跟或也都均各是])";

function asWord(name: string): string {
  if (/^\p{Script=Han}$/u.test(name)) return `${alone}${name}${asColour}`;
  const escaped = name.replace(/[^\p{L}\p{N}\s]/gu, "\\$&");
  const before = /^[a-z\d]/.test(name) ? "(?<![a-z\\d'.¥$€£-])" : "";
  const after = /^\d+(?:\.5)?$/.test(name) ? counts : /[a-z\d]$/.test(name) ? "(?![a-z\\d])" : "";
  return before + escaped + after;
}

function put(chosen: Chosen, key: string, value: string): void {
  chosen.set(key, (chosen.get(key) ?? new Set()).add(value));
}

type Reader = Pick<Options, "namedIn"> & {
  start: Chosen;
  placesIn(sentence: string): { at: number; end: number }[];
};

function follow(statements: Place[], { start, namedIn, placesIn }: Reader): Chosen[] {
  let current = start;
  let sentence: string | undefined;
  let from = 0;
  let places: { at: number; end: number }[] = [];
  return statements.map((one, n) => {
    if (one.sentence !== sentence || one.at < from) {
      sentence = one.sentence;
      from = 0;
      places = placesIn(sentence);
      current = merged(current, namedIn(one.lead));
    }
    if (one.isNew) current = new Map();
    const name = places.find(({ at, end }) => at < one.end && one.at < end);
    const before = namedBefore(sentence.slice(from, name ? Math.max(name.end, one.end) : one.at), namedIn);
    const next = statements[n + 1];
    const stop = next?.sentence === sentence && next.at >= one.end ? next.at : sentence.length;
    const after = before.size > 0 || name ? before : namedIn(clauseFrom(sentence.slice(one.end, stop)));
    if (one.hints.has("total") && before.size === 0) return new Map();
    current = merged(current, after);
    if (!name) from = one.end;
    return current;
  });
}

/** What the clause itself names goes before what the clauses before it do. */
function namedBefore(text: string, namedIn: Reader["namedIn"]): Chosen {
  const cut = Math.max(...["，", ",", ":", "："].map((mark) => text.lastIndexOf(mark))) + 1;
  return merged(namedIn(text.slice(0, cut)), namedIn(text.slice(cut)));
}

function clauseFrom(text: string): string {
  return text.split(/[，,:：。;；]/, 1)[0] ?? "";
}

/** What is named anew takes the place of what was: a colour in general words that of a colour by its name, and back. */
function merged(current: Chosen, named: Chosen): Chosen {
  const kinds = new Set([...named].map(kindOf));
  const kept = [...current].filter((entry) => !kinds.has(kindOf(entry)));
  return new Map([...kept, ...named]);
}

function kindOf([key, values]: [string, Set<string>]): string {
  if (key.startsWith("any ")) return key;
  const all = [...values];
  if (all.some((value) => coloursIn(value).length > 0)) return `any ${colour}`;
  return all.some((value) => sizeWord.test(value)) ? `any ${size}` : key;
}

const mostCombinations = 200;

/** Every way to take one value of each option that is named; undefined where there are too many to look at. */
export function combinationsOf(chosen: Chosen): Map<string, string>[] | undefined {
  let list: Map<string, string>[] = [new Map()];
  for (const [key, values] of chosen) {
    list = list.flatMap((one) => [...values].map((value) => new Map([...one, [key, value]])));
    if (list.length > mostCombinations) return undefined;
  }
  return list;
}

/** Whether what is said of these values, or of a choice with them, is said of the values that are named. */
export function isOf(options: GroundChoice["options"], combination: Map<string, string>): boolean {
  const own = Object.entries(options).map(([key, [value = ""]]) => [key, value] as const);
  return [...combination].every(([key, named]) => {
    if (key === `any ${colour}`)
      return isAnyOf(
        own,
        (value) => coloursIn(value).length > 0,
        (value) => coloursIn(value).includes(named),
      );
    if (key === `any ${size}`)
      return isAnyOf(
        own,
        (value) => sizeWord.test(value),
        (value) => value === named,
      );
    const found = own.find(([other]) => other === key);
    return found === undefined || found[1] === named;
  });
}

function isAnyOf(
  own: (readonly [string, string])[],
  isKind: (value: string) => boolean,
  isIt: (value: string) => boolean,
) {
  const alike = own.filter(([, value]) => isKind(value));
  return alike.length === 0 || alike.some(([, value]) => isIt(value));
}
