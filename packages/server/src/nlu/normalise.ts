const links = /https?:\/\/\S+/gi;
/** Emoji codes of chat platforms (`[微笑]`, `#E-s12`) and pictographs: mood, but no words. */
const bracketCodes = /\[[^[\]]{1,16}\]/g;
const hashCodes = /#e-[a-z]?\d*/g;
const pictographs = /\p{Extended_Pictographic}|\u{fe0f}|\u{200d}/gu;

/** The text as models read it: half-width, lower case, without links, emoji codes and doubled spaces. */
export function normalise(text: string): string {
  return text
    .normalize("NFKC")
    .replace(links, " ")
    .toLowerCase()
    .replace(bracketCodes, " ")
    .replace(hashCodes, " ")
    .replace(pictographs, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Letters, digits and Han only: what two spellings of one question have in common. */
export function bare(text: string): string {
  return normalise(text).replace(/[^\p{Letter}\p{Number}]+/gu, "");
}
