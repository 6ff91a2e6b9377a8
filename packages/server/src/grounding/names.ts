import { plainText } from "./quantities.ts";

type Named = { id: string; names: string[] };

const shingle = 3;
const shownWord = 4;

/** The sources that a text names: by a whole name, or by a part of one that only one of them has. */
export function namesIn(raw: string, sources: Named[]): Set<string> {
  const text = plainText(raw);
  const named = sources.filter(({ names }) => names.length > 0);
  const parts = new Map(named.map((source) => [source.id, new Set(source.names.flatMap(partsOf))]));
  const isMentioned = ({ id, names }: Named) => {
    if (names.some((name) => name !== "" && text.includes(plainText(name)))) return true;
    const others = named.filter((other) => other.id !== id).map((other) => parts.get(other.id)!);
    return [...parts.get(id)!].some((part) => text.includes(part) && !others.some((other) => other.has(part)));
  };
  return new Set(named.filter(isMentioned).map(({ id }) => id));
}

/** Three Han letters in a row, and Latin words of some length. */
function partsOf(name: string): string[] {
  const text = plainText(name);
  const words = text.match(/[a-z][a-z\d]+/g)?.filter((word) => word.length >= shownWord) ?? [];
  const runs = text.match(/\p{Script=Han}+/gu) ?? [];
  const pieces = runs.flatMap((run) =>
    Array.from({ length: run.length - shingle + 1 }, (_, at) => run.slice(at, at + shingle)),
  );
  // What a thing is stands at the end of its Chinese name: 圆领T恤, 保温杯.
  const tail = /[a-z\p{Script=Han}]\p{Script=Han}$/u.exec(text)?.[0];
  return [...words, ...pieces, ...(tail ? [tail] : [])];
}
