/** A queue as Erlang saw it: arrivals and handling by chance, in seconds; `patience` is a mean, or infinite. */
export type Staffing = {
  /** Conversations that all agents together can have at once. */
  places: number;
  perSecond: number;
  handle: number;
  patience: number;
};

/** What a formula says of a queue in the long run: shares of all who come, and their mean wait in seconds. */
export type LongRun = { waits: number; abandons: number; meanWait: number; occupancy: number };

/** Where the chance of a longer queue is nothing any more. */
const negligible = 1e-12;

/**
 * Erlang A (M/M/n+M), summed state by state; with infinite patience it is Erlang C, and undefined where more come than
 * can be handled.
 */
export function erlang({ places, perSecond, handle, patience }: Staffing): LongRun | undefined {
  const offered = perSecond * handle;
  if (patience === Number.POSITIVE_INFINITY && offered >= places) return undefined;
  // From the state with everyone busy and nobody waiting, whose weight is 1, down and up: nothing overflows.
  let [busy, below, weight] = [places, 0, 1];
  for (let state = places; state > 0; state--) {
    weight *= state / offered;
    below += weight;
    busy += weight * (state - 1);
  }
  let [above, queued] = [1, 0];
  weight = 1;
  for (let waiting = 1; weight > negligible * above; waiting++) {
    weight *= perSecond / (places / handle + waiting / patience);
    above += weight;
    queued += weight * waiting;
  }
  const all = below + above;
  const meanQueue = queued / all;
  const abandons = meanQueue / patience / perSecond;
  return {
    waits: above / all,
    abandons,
    meanWait: meanQueue / perSecond,
    occupancy: (busy + places * (above - 1)) / all / places,
  };
}
