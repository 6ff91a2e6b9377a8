import type { Clock } from "../ports/clock.ts";

/** Waits for work, but no longer than this, in milliseconds. */
export async function within(clock: Pick<Clock, "after">, ms: number, work: Promise<unknown>): Promise<void> {
  let cancel = () => {};
  const late = new Promise<void>((go) => {
    cancel = clock.after(ms, go);
  });
  await Promise.race([work, late]);
  cancel();
}
