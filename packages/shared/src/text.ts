/** The first so many UTF-16 code units of a text; an emoji that would be cut in two is left out, as no database takes half of one. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}

/** A text that is too long, cut, with an ellipsis in its last place. */
export function shorten(text: string, length: number): string {
  return text.length > length ? `${cut(text, length - 1)}…` : text;
}
