import type { Source } from "@yiwen/shared";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";

/** The passages that an answer was read from. */
export function Sources({ sources }: { sources: Source[] }) {
  const t = useDesk().settings.t.value;
  return (
    <details class="sources">
      <summary>
        <Icon name="quote" size={13} />
        {t.thread.sources} · {sources.map((source) => source.title).join(t.listSeparator)}
      </summary>
      {sources.map((source) => (
        <blockquote key={source.id}>
          {source.quote}
          {source.url && (
            <a href={source.url} target="_blank" rel="noreferrer">
              {source.title}
            </a>
          )}
        </blockquote>
      ))}
    </details>
  );
}
