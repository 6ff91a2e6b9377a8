import type { Entity } from "@yiwen/shared";
import { patternOf, plainly } from "./pattern-of.ts";

/** A message and the sizes, colours and other options it names, the one named last at the end. */
export type Reading = { text: string; entities: Entity[] };

/** Stands where words were that the shopper doesn't mean. */
const gap = "▯";
const between = `(?:\\p{Script=Han}{0,2}|[${gap}和、或与跟及的]*)$`;
const refusedBefore = new RegExp(
  `(?:(?<!要)不(?:太?想)?要|别要|不喜欢|除了?)${between}|\\b(?:not|instead of|rather than|other than|except(?: for)?|don'?t (?:want|like|need))(?: (?:the|an?|in|any|size))*\\s{0,2}$`,
  "iu",
);
/** "没有白色吗" asks for white; "没有白色，黑色呢" doesn't. */
const perhapsBefore = new RegExp(
  `(?:(?<!是)不是|(?<!有)没有?|从|原来|原先|本来|之前|上次)${between}|(?:原来|之前|上次)[^\\p{P}]{0,4}$|\\b(?:no|from|without)(?: (?:the|an?|size))*\\s{0,2}$`,
  "iu",
);
const refusedAfter = /^[色的款码号]{0,2}(?:我?就?不想?要[了啊吧]?(?=[\s\p{P}]|$)|就?算了|[以之]外)/u;
const perhapsAfter =
  /^[色的款码号]{0,2}都?(?:没有?(?:了|货|的话)|卖完|断货|缺货)|^ (?:one )?is (?:sold out|out of stock)/;

/** Words further away say nothing of it. */
const reach = 24;

const isRefused = (before: string, after: string) => refusedBefore.test(before) || refusedAfter.test(after);
const isPassedOver = (before: string, after: string) =>
  isRefused(before, after) || perhapsBefore.test(before) || perhapsAfter.test(after);

/**
 * The ways to read which options a message means, the narrowest first: "不要白色，黑色的有货吗" is about black, and
 * white counts only where nothing else is meant. `values` are patterns of those that the product has.
 */
export function readingsOf(text: string, entities: Entity[], values: RegExp[] = []): Reading[] {
  const plain = plainly(text);
  const placed = entities.map((entity) => ({ entity, pattern: patternOf(entity.text) }));
  const places = placesOf(plain, [...values, ...placed.map(({ pattern }) => pattern)]);
  return [isPassedOver, isRefused].map((isOut) => {
    const left = without(plain, places, isOut);
    return { text: left, entities: standing(placed, plain, left) };
  });
}

/** The entities of a kind that are meant, the one named last at the end. */
export function meant(readings: Reading[], kind: string): Entity[] {
  const found = readings.map(({ entities }) => entities.filter((entity) => entity.kind === kind));
  return found.find(({ length }) => length > 0) ?? [];
}

type Place = { from: number; to: number };

/** Where words stand, each place once: in a longer word a shorter one is not by itself. */
function placesOf(plain: string, patterns: RegExp[]): Place[] {
  const all = patterns
    .flatMap((pattern) => [...plain.matchAll(pattern)])
    .map(({ index, 0: said }) => ({ from: index, to: index + said.length }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  let end = 0;
  return all.filter(({ from, to }) => {
    const isFree = from >= end && to > from;
    if (isFree) end = to;
    return isFree;
  });
}

function without(plain: string, places: Place[], isOut: (before: string, after: string) => boolean): string {
  let left = "";
  let at = 0;
  for (const { from, to } of places) {
    left += plain.slice(at, from);
    at = to;
    left += isOut(left.slice(-reach), plain.slice(to, to + reach)) ? gap.repeat(to - from) : plain.slice(from, to);
  }
  return left + plain.slice(at);
}

/** Those that still stand in what is left, by their last place; what a rewriting put in other words stands first. */
function standing(placed: { entity: Entity; pattern: RegExp }[], plain: string, left: string): Entity[] {
  return placed
    .map(({ entity, pattern }) => {
      const place = [...left.matchAll(pattern)].at(-1)?.index ?? -1;
      return { entity, place, isOut: place < 0 && plain.search(pattern) >= 0 };
    })
    .filter(({ isOut }) => !isOut)
    .sort((a, b) => a.place - b.place)
    .map(({ entity }) => entity);
}
