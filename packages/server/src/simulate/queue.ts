import type { Staffing } from "./erlang.ts";

/** A time of arrivals at `factor` times the usual rate, in seconds from the beginning. */
export type Rush = { from: number; until: number; factor: number };
export type Simulated = Staffing & {
  /** How long shoppers come, in seconds; those who came by then are followed to their end. */
  seconds: number;
  rush?: Rush;
  random(): number;
};

/** What became of those who came. Waits in seconds, of everyone: until somebody answered, or they gave up. */
export type Outcome = { came: number; abandoned: number; waits: number[]; occupancy: number };

/** Shoppers come by chance, wait in order, and give up when their patience ends; each place has one at a time. */
export function simulateQueue({ places, perSecond, handle, patience, seconds, rush, random }: Simulated): Outcome {
  const exponential = (mean: number) => -Math.log(1 - random()) * mean;
  const freeAt = createHeap(places);
  const waits: number[] = [];
  let [abandoned, handled] = [0, 0];
  const most = perSecond * Math.max(1, rush?.factor ?? 1);
  for (let now = exponential(1 / most); now < seconds; now = now + exponential(1 / most)) {
    // Thinning: candidates come at the highest rate, and are taken with the share of it that holds now.
    const factor = rush && now >= rush.from && now < rush.until ? rush.factor : 1;
    if (random() * most >= perSecond * factor) continue;
    const wait = Math.max(0, freeAt.least() - now);
    const patient = patience === Number.POSITIVE_INFINITY ? patience : exponential(patience);
    if (wait > patient) {
      abandoned++;
      waits.push(patient);
      continue;
    }
    const took = exponential(handle);
    handled += took;
    freeAt.replaceLeast(now + wait + took);
    waits.push(wait);
  }
  return { came: waits.length, abandoned, waits, occupancy: handled / places / Math.max(seconds, freeAt.greatest()) };
}

/** When each place is free next: a binary heap that is always full. */
function createHeap(size: number) {
  const times = new Float64Array(size);
  return {
    least: () => times[0] as number,
    greatest: () => times.reduce((most, time) => Math.max(most, time), 0),
    replaceLeast(time: number): void {
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= size) break;
        if (child + 1 < size && (times[child + 1] as number) < (times[child] as number)) child++;
        if ((times[child] as number) >= time) break;
        times[at] = times[child] as number;
        at = child;
      }
      times[at] = time;
    },
  };
}
