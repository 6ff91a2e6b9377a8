import type { KnownPassage } from "../dialogue/facts.ts";
import { inSteps } from "./in-steps.ts";
import { createShelf, type Shelf } from "./shelf.ts";

/** So many places of passages that went are worth no work. */
const spare = 1000;

/**
 * Takes documents' passages off a shelf and puts the given ones on it, in steps of some milliseconds each. Documents
 * that say what they said before are left alone, since many an import repeats most of the last. Answers the shelf, or
 * a new one to stand in its place: an index never gives a place again, so without that every import would cost memory,
 * and time at every question, for ever.
 */
export function* restocked(shelf: Shelf, documents: string[], passages: KnownPassage[]): Generator<void, Shelf> {
  const same = yield* unchanged(shelf, documents, passages);
  for (const document of documents) if (!same.has(document)) shelf.drop(document);
  const arriving = passages.filter(({ document }) => !same.has(document));
  const isMostlyGone = shelf.places > 2 * shelf.size + arriving.length + spare;
  const kept = isMostlyGone ? yield* filled(createShelf(), shelf.items()) : shelf;
  return yield* filled(kept, arriving);
}

function* filled(shelf: Shelf, passages: KnownPassage[]): Generator<void, Shelf> {
  yield* inSteps(passages, (passage) => shelf.take(passage));
  return shelf;
}

function* unchanged(shelf: Shelf, documents: string[], passages: KnownPassage[]): Generator<void, Set<string>> {
  const held = new Map(documents.map((document) => [document, shelf.of(document)]));
  const changed = new Set<string>();
  const given = new Map<string, number>();
  yield* inSteps(passages, (passage) => {
    const { document } = passage;
    const nth = given.get(document) ?? 0;
    given.set(document, nth + 1);
    if (!isSame(held.get(document)?.[nth], passage)) changed.add(document);
  });
  const isWhole = (document: string) => (given.get(document) ?? 0) === held.get(document)?.length;
  return new Set(documents.filter((document) => !changed.has(document) && isWhole(document)));
}

function isSame(held: KnownPassage | undefined, given: KnownPassage): boolean {
  return held !== undefined && JSON.stringify(held) === JSON.stringify(given);
}
