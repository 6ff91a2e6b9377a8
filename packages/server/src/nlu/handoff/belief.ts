/** Who needed a human at one message mostly still does at the next, and who didn't mostly doesn't. */
const stays = 0.7;
const begins = 0.06;
/** What words that say nothing speak for, and how much words count beside what was believed before. */
const usualWorry = -2;
const wordShare = 0.5;
const furthest = 6;

/** Log-odds of a probability. */
export function oddsOf(probability: number): number {
  return Math.log(probability / (1 - probability));
}

/** Log-odds that a human is needed at the next message, before it is read. */
export function expected(belief: number): number {
  return oddsOf(belief * stays + (1 - belief) * begins);
}

/** Probability that a human is needed at a message whose words speak for it by `worry`, given what was believed before. */
export function beliefAfter(belief: number, worry: number): number {
  const odds = expected(belief) + (worry - usualWorry) * wordShare;
  return 1 / (1 + Math.exp(-Math.max(-furthest, Math.min(furthest, odds))));
}
