import { useLayoutEffect, useRef } from "preact/hooks";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";
import { SideBehaviours } from "./side-behaviours.tsx";
import { SideMood } from "./side-mood.tsx";
import { SideOrders } from "./side-orders.tsx";
import { SideProduct } from "./side-product.tsx";
import { SideProfile } from "./side-profile.tsx";
import { SideReasons } from "./side-reasons.tsx";
import { useFreshCards } from "./use-fresh-cards.ts";

/** The right pane: what the agent should know of the shopper and of what they ask about. */
export function Shopper() {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const open = desk.conversation.value;
  useFreshCards(open);
  const closeButton = useDrawerFocus(desk.isDrawerOpen.value);
  return (
    <section class="pane pane--shopper" aria-label={t.side.label}>
      <header class="side-head">
        <h2>{t.side.label}</h2>
        <button
          ref={closeButton}
          type="button"
          class="icon-button side-head__close"
          aria-label={t.side.close}
          onClick={() => {
            desk.isDrawerOpen.value = false;
          }}
        >
          <Icon name="x" />
        </button>
      </header>
      {open && (
        <div class="side-scroll" tabIndex={-1}>
          <SideReasons open={open} />
          <SideProduct open={open} />
          <SideMood open={open} />
          <SideProfile open={open} />
          <SideBehaviours open={open} />
          <SideOrders open={open} />
        </div>
      )}
    </section>
  );
}

/** Takes the keyboard into the drawer when it opens, and back to where it was when it closes. */
function useDrawerFocus(isOpen: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!isOpen) return;
    const before = document.activeElement as HTMLElement | null;
    button.current?.focus();
    return () => before?.focus?.();
  }, [isOpen]);
  return button;
}
