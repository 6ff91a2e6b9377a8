import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

type Props = {
  label: string;
  /** What the button shows. */
  button: ComponentChildren;
  class?: string;
  /** The menu's items: buttons with role `menuitem` or `menuitemradio`. */
  children: ComponentChildren;
};

/** A button with a menu: arrow keys move, Escape and a click outside close, focus returns to the button. */
export function Menu({ label, button, children, class: className = "icon-button" }: Props) {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const items = () => [...(place.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
  const shut = () => {
    setOpen(false);
    place.current?.querySelector("button")?.focus();
  };
  useLayoutEffect(() => {
    if (!isOpen) return;
    items()[0]?.focus();
    const outside = (event: Event) => !place.current?.contains(event.target as Node) && setOpen(false);
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [isOpen]);
  const press = (event: KeyboardEvent) => {
    const list = items();
    const at = list.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: list.length - 1 }[event.key];
    if (event.key === "Escape") shut();
    else if (event.key === "Tab") return setOpen(false);
    else if (to !== undefined) list[(to + list.length) % list.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="menu" ref={place}>
      <button
        type="button"
        class={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen && (
        <div class="menu__list" role="menu" aria-label={label} tabIndex={-1} onKeyDown={press} onClick={shut}>
          {children}
        </div>
      )}
    </div>
  );
}
