import { cut } from "@yiwen/shared";

const emails = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Phones, order numbers, cards, ids: five digits and more, however they are parted. */
const numbers = /\d(?:[ -]?\d){4,}[xX]?/g;
const longest = 200;

/** A shopper's message as an example is kept: who wrote it and what of theirs it was about can't be read from it. */
export function exampleOf(text: string): string {
  const plain = text.normalize("NFKC").replace(emails, "*").replace(numbers, "*").replace(/\s+/g, " ");
  return cut(plain.trim(), longest);
}
