const digits: Record<string, number> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const places: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** Numbers below a hundred thousand as people write them: "五百", "三百五" (350), "一千二", "十五"; undefined for what is none. */
export function hanNumber(text: string): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  let last = 1;
  for (const letter of text) {
    const place = places[letter];
    if (place !== undefined) {
      if (digit === undefined && place !== 10) return undefined;
      sum += (digit ?? 1) * place;
      [digit, last] = [undefined, place];
    } else if (letter in digits && digit === undefined) digit = digits[letter];
    else if (letter === "零") last = 10;
    else return undefined;
  }
  if (sum === 0 && digit === undefined) return undefined;
  return sum + (digit ?? 0) * (last > 10 ? last / 10 : 1);
}
