import type { Source } from "@yiwen/shared";
import { useLanguage } from "../i18n/context.ts";
import { safeUrl } from "../thread/linkify.ts";
import { Icon } from "./icon.tsx";

/** The passages an answer was read from: titles at a glance, words on demand. */
export function Sources({ sources }: { sources: Source[] }) {
  const { strings } = useLanguage();
  if (sources.length === 0) return null;
  return (
    <details class="sources">
      <summary>
        <Icon name="book" />
        <span class="sources-title">
          {strings.source(sources.length)} · {sources[0]?.title}
        </span>
        <Icon name="chevron" />
      </summary>
      {sources.map(({ id, title, quote, url }) => (
        <figure key={id}>
          {sources.length > 1 && <figcaption>{title}</figcaption>}
          <blockquote>{quote}</blockquote>
          {safeUrl(url) && (
            <a href={safeUrl(url)} target="_blank" rel="noopener noreferrer">
              {strings.openSource}
            </a>
          )}
        </figure>
      ))}
    </details>
  );
}
