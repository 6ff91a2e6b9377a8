/** Numbers from 0 to 1 that look like chance and are always the same for a seed. */
export type Chance = () => number;

/** A linear congruential generator: enough for an order of visits, and the same on every machine. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Puts a list into an order of chance, in place. */
export function shuffle<T>(list: T[], chance: Chance): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    const kept = list[i]!;
    list[i] = list[j]!;
    list[j] = kept;
  }
  return list;
}
