/** A stretch of a message: plain text, or a link to follow. */
export type TextPart = { text: string; href?: string };

/** Chinese text has no spaces around links, so a link ends at the first character that no URL holds unescaped. */
const link = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/g;
const closing = /[.,;:!?'")\]]+$/;

/** Splits a message at its links; only http and https become links. */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  // Not matchAll: the mini-program runs this too, on phones whose engines have none.
  for (let match = link.exec(text); match; match = link.exec(text)) {
    const href = match[0].replace(closing, "");
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: href, href });
    from = match.index + href.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** A URL that is safe to put in a link or an image: http or https, or relative to the page. */
export function safeUrl(url: string | undefined): string | undefined {
  if (!url) return undefined;
  try {
    const { protocol, href } = new URL(url, location.href);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
