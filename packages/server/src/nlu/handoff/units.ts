/** What a text is made of for comparing it: pairs of Han, and whole words or numbers elsewhere. */
export function unitsOf(text: string): string[] {
  const units: string[] = [];
  for (const run of text
    .normalize("NFKC")
    .toLowerCase()
    .match(/\p{Script=Han}+|[\p{Letter}\p{Number}_']+/gu) ?? []) {
    if (!/^\p{Script=Han}/u.test(run)) units.push(run);
    else if (run.length === 1) units.push(run);
    else for (let i = 0; i + 2 <= run.length; i++) units.push(run.slice(i, i + 2));
  }
  return units;
}

/** Share of units that two texts have in common, 0 to 1. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const left = new Set(a);
  const right = new Set(b);
  let shared = 0;
  for (const unit of left) if (right.has(unit)) shared++;
  return shared / (left.size + right.size - shared);
}
