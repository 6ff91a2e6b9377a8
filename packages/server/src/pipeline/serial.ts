/** Runs one task at a time for each key, in the order they came; different keys run side by side. */
export type Serial = <T>(key: string, task: () => Promise<T>) => Promise<T>;

type Line = { last: Promise<unknown>; length: number };

const sweepAbove = 1000;

/** A keyed queue. A task that fails does not hold up the next. */
export function createSerial(): Serial {
  let lines = new Map<string, Line>();
  let sweepAt = sweepAbove;

  /** Empty lines go together and into a new map: one whose entries come and go keeps its old tables and all in them. */
  function sweep(): void {
    lines = new Map([...lines].filter(([, { length }]) => length > 0));
    sweepAt = Math.max(sweepAbove, lines.size * 2);
  }

  function lineOf(key: string): Line {
    const known = lines.get(key);
    if (known) return known;
    if (lines.size >= sweepAt) sweep();
    const line = { last: Promise.resolve(), length: 0 };
    lines.set(key, line);
    return line;
  }

  return (key, task) => {
    const line = lineOf(key);
    const run = line.length > 0 ? line.last.then(task, task) : task();
    line.last = run;
    line.length++;
    const leave = () => {
      line.length--;
    };
    run.then(leave, leave);
    return run;
  };
}
