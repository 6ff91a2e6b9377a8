import { momentsIn } from "./calendar.ts";
import { codesBeyond, withoutCodes } from "./codes.ts";
import { plainText } from "./plain-text.ts";
import { quantitiesIn } from "./quantities.ts";

/** Finds numbers, dates and codes in a text that were not said in another: a retelling adds none. */
export function numbersBeyondOf(said: string): (text: string) => string[] {
  const known = read(said);
  return (text) => {
    const told = read(text);
    const quantities = told.quantities.filter(
      (one) => !known.quantities.some((other) => [other.value, other.to].includes(one.value)),
    );
    const moments = told.moments.filter((one) => !known.moments.some(({ key }) => key === one.key));
    return [...quantities, ...moments].map((one) => one.said).concat(codesBeyond(text, said));
  };
}

function read(raw: string) {
  const { moments, rest } = momentsIn(withoutCodes(plainText(raw)));
  return { moments, quantities: quantitiesIn(rest) };
}
