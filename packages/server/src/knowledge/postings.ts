import { type CodeNumbers, createCodeNumbers } from "./code-numbers.ts";
import type { TermCode } from "./term-codes.ts";

/** Where a term stands: places in rising order and, beside them, how often (up to 255). Only the first `length` count. */
export type Posting = { places: Int32Array; counts: Uint8Array; length: number };

/** Which documents hold which terms. */
export type Postings = {
  /** Takes a document's terms in, with repetitions, and answers its place. */
  add(codes: TermCode[]): number;
  /** Whether there was a document at that place. */
  remove(at: number): boolean;
  /** Where a term stands now. Good until the next change. */
  of(code: TermCode): Posting;
  /** Documents that are in. */
  readonly size: number;
};

type Stored = Posting & { cleanAt: number };

const none: Posting = { places: new Int32Array(0), counts: new Uint8Array(0), length: 0 };
const most = 255;

/** Empty postings. What is removed stays in the lists until they are read: a removal costs nothing, and counts are exact. */
export function createPostings(): Postings {
  const numbers = createCodeNumbers();
  const lists: Stored[] = [];
  const inOne = createCodeNumbers();
  const isIn: boolean[] = [];
  let removals = 0;
  let size = 0;

  const dropRemoved = (list: Stored) => {
    let kept = 0;
    for (let i = 0; i < list.length; i++) {
      if (!isIn[list.places[i]!]) continue;
      list.places[kept] = list.places[i]!;
      list.counts[kept] = list.counts[i]!;
      kept++;
    }
    list.length = kept;
    list.cleanAt = removals;
  };

  return {
    get size() {
      return size;
    },
    add(codes) {
      const at = isIn.length;
      isIn.push(true);
      size++;
      for (const [code, count] of counted(inOne, codes)) {
        const number = numbers.of(code, true);
        const list = lists[number] ?? empty(removals);
        lists[number] = list;
        append(list, at, Math.min(most, count));
      }
      return at;
    },
    remove(at) {
      if (!isIn[at]) return false;
      isIn[at] = false;
      size--;
      removals++;
      return true;
    },
    of(code) {
      const list = lists[numbers.of(code, false)];
      if (!list) return none;
      if (list.cleanAt !== removals) dropRemoved(list);
      return list;
    },
  };
}

/** A document's terms with how often each stands in it. */
function counted(inOne: CodeNumbers, codes: TermCode[]): [TermCode, number][] {
  inOne.clear();
  const found: [TermCode, number][] = [];
  for (const code of codes) {
    const number = inOne.of(code, true);
    const entry = found[number];
    if (entry) entry[1]++;
    else found.push([code, 1]);
  }
  return found;
}

function empty(cleanAt: number): Stored {
  return { places: new Int32Array(2), counts: new Uint8Array(2), length: 0, cleanAt };
}

function append(list: Stored, at: number, count: number): void {
  if (list.length === list.places.length) grow(list);
  list.places[list.length] = at;
  list.counts[list.length] = count;
  list.length++;
}

function grow(list: Stored): void {
  const places = new Int32Array(list.length * 2);
  const counts = new Uint8Array(list.length * 2);
  places.set(list.places);
  counts.set(list.counts);
  list.places = places;
  list.counts = counts;
}
