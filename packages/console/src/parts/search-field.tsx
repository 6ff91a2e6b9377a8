import { useLayoutEffect, useRef } from "preact/hooks";
import { isComposing } from "../platform/is-composing.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";

/** Narrows the list as one types; Escape clears it. */
export function SearchField() {
  const { search, focus, settings } = useDesk();
  const t = settings.t.value;
  const input = useRef<HTMLInputElement>(null);
  const asked = focus.search.value;
  useLayoutEffect(() => {
    if (!asked) return;
    input.current?.focus();
    focus.search.value = false;
  }, [asked, focus]);
  return (
    <search class="search">
      <Icon name="search" size={16} />
      <input
        ref={input}
        class="search__input"
        type="search"
        aria-label={t.inbox.search}
        placeholder={t.inbox.search}
        value={search.value}
        onInput={(event) => {
          search.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || isComposing(event)) return;
          search.value = "";
          event.currentTarget.blur();
        }}
      />
    </search>
  );
}
