import { normalise, readable } from "../normalise.ts";

/** A text as hashed n-grams: place to weight, of length one. */
export type Vector = Map<number, number>;

/** Places that n-grams are hashed to. */
const places = 1 << 18;

/** What questions of every kind have, and so tells none from another. */
const faint = /[的了吗呢啊吧呀哦嘛么我你您们是在就都也和请想问一个这那能会有要不没还给到什怎多少时候可以]/u;
const faintWords = new Set(
  (
    "a an the is are was be do does did don't doesn't to of in on for and or it its it's this that i i'm you we my me your please can can't " +
    "could will would hi hello how what when where why which who much many long get got have has need want any still there not no yet"
  ).split(" "),
);
const faintWeight = 0.35;

/** The n-grams of a text: one to three Han, words and pairs of words; numbers are all alike. */
export function vectorOf(text: string): Vector {
  const plain = normalise(readable(text)).replace(/\d+/g, "0");
  const vector: Vector = new Map();
  let last = "";
  for (const [run] of plain.matchAll(/\p{Script=Han}+|[a-z0-9']+/gu)) {
    if (/^\p{Script=Han}/u.test(run)) addHan(vector, run);
    else {
      add(vector, `w:${run}`, faintWords.has(run) || run === "0" ? faintWeight : 1);
      if (last) add(vector, `p:${last} ${run}`, 0.7);
    }
    last = /^[a-z]/.test(run) ? run : "";
  }
  return unit(vector);
}

function addHan(vector: Vector, run: string): void {
  const letters = [...run];
  for (let at = 0; at < letters.length; at++) {
    const isFaint = faint.test(letters[at]!);
    add(vector, letters[at]!, isFaint ? faintWeight : 0.7);
    if (at + 2 <= letters.length)
      add(vector, letters.slice(at, at + 2).join(""), isFaint && faint.test(letters[at + 1]!) ? faintWeight : 1);
    if (at + 3 <= letters.length) add(vector, letters.slice(at, at + 3).join(""), 0.6);
  }
}

function add(vector: Vector, gram: string, weight: number): void {
  const place = hash(gram);
  vector.set(place, Math.max(vector.get(place) ?? 0, weight));
}

function hash(text: string): number {
  let value = 2166136261;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16777619);
  return (value >>> 0) % places;
}

function unit(vector: Vector): Vector {
  let square = 0;
  for (const weight of vector.values()) square += weight * weight;
  const norm = Math.sqrt(square) || 1;
  for (const [place, weight] of vector) vector.set(place, weight / norm);
  return vector;
}
