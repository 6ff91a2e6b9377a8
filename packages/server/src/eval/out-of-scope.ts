/** A measured text: how much it looked like something known, whether it was, and whether it was then understood. */
export type Scoped = { scope: number; isInScope: boolean; isRight: boolean };

/** What telling known from unknown costs and brings at one threshold; shares are 0 to 1. */
export type ScopeFigures = {
  threshold: number;
  /** Of the texts out of scope, those told. */
  recall: number;
  /** Of all texts in scope, those understood and not taken for out of scope. */
  inScope: number;
};

/** The figures at a threshold: what is below it counts as out of scope. */
export function scopeFigures(scoped: Scoped[], threshold: number): ScopeFigures {
  const inside = scoped.filter(({ isInScope }) => isInScope);
  const outside = scoped.filter(({ isInScope }) => !isInScope);
  const told = outside.filter(({ scope }) => scope < threshold).length;
  const kept = inside.filter(({ scope, isRight }) => isRight && scope >= threshold).length;
  return { threshold, recall: told / Math.max(1, outside.length), inScope: kept / Math.max(1, inside.length) };
}

/** The highest threshold that leaves at least `inScope` of the texts in scope understood; choose it on texts of its own. */
export function scopeThreshold(scoped: Scoped[], inScope: number): number {
  const inside = scoped.filter(({ isInScope }) => isInScope);
  const needed = Math.ceil(inScope * inside.length);
  const right = inside.filter(({ isRight }) => isRight).map(({ scope }) => scope);
  right.sort((a, b) => b - a);
  return right[needed - 1] ?? Number.NEGATIVE_INFINITY;
}
