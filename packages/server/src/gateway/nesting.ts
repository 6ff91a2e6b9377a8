/** Nothing of ours is nested deeper, by far. */
const deepest = 64;
const [quote, backslash] = [0x22, 0x5c];

/**
 * Whether JSON is nested deeper than anything of ours, told without parsing it: to parse what is nested a hundred
 * thousand levels deep takes a quarter of a second, and this a millisecond.
 */
export function isNestedTooDeep(json: string): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const letter = json.charCodeAt(at);
    if (letter === quote) isText = !isText;
    else if (isText) {
      if (letter === backslash) at++;
    } else if (isOpening(letter)) {
      if (++depth > deepest) return true;
    } else if (isClosing(letter)) depth--;
  }
  return false;
}

/** `[` or `{`, `]` or `}`: each pair differs in one bit. */
const isOpening = (letter: number) => (letter | 0x20) === 0x7b;
const isClosing = (letter: number) => (letter | 0x20) === 0x7d;
