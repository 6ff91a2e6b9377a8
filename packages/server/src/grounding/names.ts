import { plainText } from "./plain-text.ts";

/** `text` is what else is said of it: words in it mean it no more than another one that is called so. */
type Named = { id: string; names: string[]; text?: string };

/** Where a text names a source last. */
export type Mention = { id: string; at: number };

const shingle = 3;
const shownWord = 4;

/** Finds in a text that went through `plainText` which sources it names: by a whole name, or by a part that only one of them has. */
export function namerOf(sources: Named[]): (text: string) => Mention[] {
  const named = sources.map(({ id, names, text = "" }) => ({
    id,
    names: names.map(plainText).filter((name) => name !== ""),
    text: plainText(text),
  }));
  const parts = named.map(({ names }) => new Set(names.flatMap(partsOf)));
  const counts = new Map<string, number>();
  for (const part of parts.flatMap((set) => [...set])) counts.set(part, (counts.get(part) ?? 0) + 1);
  const finders = named.map(({ id, names }, n) => {
    const tails = new Set(names.map(tailOf));
    const isElsewhere = (part: string) => named.some((other) => other.id !== id && other.text.includes(part));
    const own = [...parts[n]!].filter((part) => counts.get(part) === 1 && (tails.has(part) || !isElsewhere(part)));
    const isCode = (part: string) => /\d/.test(part);
    const wholes = [...names, ...own.filter(isCode)].map(wholeName);
    return { id, wholes, own: own.filter((part) => !isCode(part)) };
  });
  return (text) =>
    finders.flatMap(({ id, wholes, own }) => {
      const at = Math.max(
        ...wholes.map((whole) => lastOf(text, whole)),
        ...own.map((part) => text.lastIndexOf(part)),
        -1,
      );
      return at < 0 ? [] : [{ id, at }];
    });
}

/** A name as it may be written: a number with other hyphens, but never as a part of a longer one. */
function wholeName(name: string): RegExp {
  const letters = [...name.replace(/[\s-]/g, "")].map((letter) => letter.replace(/[^\p{L}\p{N}]/u, "\\$&"));
  return new RegExp(`(?<![a-z\\d])${letters.join("[ -]?")}(?![a-z\\d])`, "g");
}

function lastOf(text: string, when: RegExp): number {
  return [...text.matchAll(when)].at(-1)?.index ?? -1;
}

/** Three Han letters in a row, and Latin words of some length. */
function partsOf(text: string): string[] {
  const words = text.match(/[a-z][a-z\d]+/g)?.filter((word) => word.length >= shownWord) ?? [];
  const runs = text.match(/\p{Script=Han}+/gu) ?? [];
  const pieces = runs.flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - shingle + 1) }, (_, at) => run.slice(at, at + shingle)),
  );
  return [...words, ...pieces, tailOf(text)].filter((part) => part !== "");
}

/** What a thing is stands at the end of its Chinese name: 圆领T恤, 保温杯. */
function tailOf(name: string): string {
  return /[a-z\p{Script=Han}]\p{Script=Han}$/u.exec(name)?.[0] ?? "";
}
