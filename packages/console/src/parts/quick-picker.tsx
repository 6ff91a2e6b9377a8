import type { Signal } from "@preact/signals";
import { useLayoutEffect, useState } from "preact/hooks";
import { isComposing } from "../platform/is-composing.ts";
import { matchReplies } from "../store/quick-replies.ts";
import { useDesk } from "./desk-context.ts";

type Props = {
  draft: Signal<string>;
  /** Where the draft is written: keys pressed elsewhere are not for this list. */
  box: { readonly current: HTMLTextAreaElement | null };
};

/** The ready-made replies that fit what stands after a leading slash. Arrows choose, Enter or Tab takes, Escape leaves. */
export function QuickPicker({ draft, box }: Props) {
  const { quickReplies, settings } = useDesk();
  const t = settings.t.value;
  const [at, setAt] = useState(0);
  const [left, setLeft] = useState<string>();
  const typed = draft.value;
  const list = matchReplies(quickReplies.own.value ?? t.quick.defaults, typed.slice(1));
  const isOpen = /^\/[^\n]*$/.test(typed) && typed !== left && list.length > 0;
  const current = Math.min(at, list.length - 1);

  const take = (text: string | undefined) => {
    if (!text) return;
    draft.value = text;
    setAt(0);
    box.current?.focus();
  };

  useLayoutEffect(() => {
    if (!isOpen) return;
    const press = (event: KeyboardEvent) => {
      if (event.target !== box.current || isComposing(event)) return;
      if (event.key === "ArrowDown") setAt((current + 1) % list.length);
      else if (event.key === "ArrowUp") setAt((current + list.length - 1) % list.length);
      else if (event.key === "Enter" || event.key === "Tab") take(list[current]);
      else if (event.key === "Escape") setLeft(typed);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("keydown", press, true);
    return () => window.removeEventListener("keydown", press, true);
  });

  if (!isOpen) return null;
  return (
    <ul class="quick" aria-label={t.composer.quick}>
      {list.map((reply, index) => (
        <li key={reply}>
          <button
            type="button"
            tabIndex={-1}
            class={`quick__item${index === current ? " quick__item--current" : ""}`}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(reply)}
          >
            {reply}
          </button>
        </li>
      ))}
    </ul>
  );
}
