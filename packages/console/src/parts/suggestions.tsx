import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";
import type { Suggestions } from "./use-suggestions.ts";

type ListProps = { suggestions: Suggestions; onPick(text: string): void };

/** The replies proposed; one that is taken stands in the composer, to be read before it is sent. */
export function SuggestionList({ suggestions: { list, clear }, onPick }: ListProps) {
  const t = useDesk().settings.t.value.model;
  if (!list) return null;
  return (
    <section class="suggestions" aria-label={t.suggestions}>
      <p class="suggestions__head" role="status">
        {list.length > 0 ? t.suggestions : t.none}
      </p>
      {list.map(({ text }) => (
        <button
          key={text}
          type="button"
          class="suggestions__item"
          onClick={() => {
            clear();
            onPick(text);
          }}
        >
          {text}
        </button>
      ))}
    </section>
  );
}

/** The button that asks for them. */
export function SuggestButton({ suggestions: { isAsking, ask } }: { suggestions: Suggestions }) {
  const t = useDesk().settings.t.value.model;
  return (
    <button type="button" class="button button--quiet suggestions__ask" disabled={isAsking} onClick={() => void ask()}>
      <Icon name="spark" size={16} />
      {isAsking ? t.suggesting : t.suggest}
    </button>
  );
}
