import { momentsIn } from "./calendar.ts";
import { codesBeyond, withoutCodes } from "./promises.ts";
import { plainText, quantitiesIn } from "./quantities.ts";

/** Numbers, dates and codes in a text that were not said in another: a retelling adds none. */
export function numbersBeyond(text: string, said: string): string[] {
  const known = read(said);
  const told = read(text);
  const quantities = told.quantities.filter(
    (one) => !known.quantities.some((other) => [other.value, other.to].includes(one.value)),
  );
  const moments = told.moments.filter((one) => !known.moments.some(({ key }) => key === one.key));
  return [...quantities, ...moments].map((one) => one.said).concat(codesBeyond(text, said));
}

function read(raw: string) {
  const { moments, rest } = momentsIn(withoutCodes(plainText(raw)));
  return { moments, quantities: quantitiesIn(rest) };
}
