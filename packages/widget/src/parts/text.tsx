import { linkify } from "../thread/linkify.ts";

/** A message's words, with its links. */
export function Text({ text }: { text: string }) {
  return (
    <span class="text">
      {linkify(text).map(({ text, href }) =>
        href ? (
          <a href={href} target="_blank" rel="noopener noreferrer">
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </span>
  );
}
