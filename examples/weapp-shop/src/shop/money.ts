/** Fen as ¥79 or ¥89.90. */
export function money(amount: number): string {
  return `¥${amount % 100 === 0 ? amount / 100 : (amount / 100).toFixed(2)}`;
}
