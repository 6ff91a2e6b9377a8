/** Items visited at a time: some milliseconds' work. */
const step = 100;

/** Visits each item, in steps for whoever has other things to do in between. */
export function* inSteps<T>(items: Iterable<T>, visit: (item: T) => void): Generator<void, void> {
  let visited = 0;
  for (const item of items) {
    if (visited > 0 && visited % step === 0) yield;
    visit(item);
    visited++;
  }
}
