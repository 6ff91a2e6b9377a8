/** Runs one task at a time for each key, in the order they came; different keys run side by side. */
export type Serial = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/** A keyed queue. A task that fails does not hold up the next. */
export function createSerial(): Serial {
  const tails = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const previous = tails.get(key);
    const run = previous ? previous.then(task, task) : task();
    tails.set(key, run);
    const forget = () => {
      if (tails.get(key) === run) tails.delete(key);
    };
    run.then(forget, forget);
    return run;
  };
}
