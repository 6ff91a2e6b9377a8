import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { LanguageContext } from "../i18n/context.ts";
import { ConnectionBanner } from "../parts/connection-banner.tsx";
import { Header } from "../parts/header.tsx";
import { StoreContext, useChatState } from "../parts/use-chat.ts";
import { isPhone } from "../platform/page.ts";
import { Conversation } from "../screens/conversation.tsx";
import { Loading } from "../screens/loading.tsx";
import { Refused } from "../screens/refused.tsx";
import { keepFocusInside } from "./focus.ts";
import type { ChatStore } from "./store.ts";

/** The panel and whichever screen is due. */
export function App({ store, onClose }: { store: ChatStore; onClose(): void }) {
  const state = useChatState(store);
  const { isOpen, language, shopper, shop } = state;
  const panel = useRef<HTMLDivElement>(null);
  const hasOpened = useRef(false);
  hasOpened.current ||= isOpen;

  useLayoutEffect(() => {
    if (!isOpen) return;
    // On a phone the field would bring up the keyboard over the words that were just asked for.
    const field = isPhone() ? null : panel.current?.querySelector<HTMLElement>("textarea");
    (field ?? panel.current)?.focus({ preventScroll: true });
  }, [isOpen]);
  useEffect(() => {
    if (isOpen) store.read();
  }, [isOpen]);

  const isModal = isOpen && isPhone();
  return (
    <LanguageContext.Provider value={language}>
      <StoreContext.Provider value={store}>
        <div
          ref={panel}
          class="panel"
          role="dialog"
          aria-modal={isModal ? "true" : undefined}
          aria-label={language.strings.dialog(shop?.name ?? "")}
          lang={language.locale}
          tabIndex={-1}
          hidden={!isOpen}
          onKeyDown={(event) => {
            // The page sees only the host element, so its own shortcuts would fire while somebody writes.
            event.stopPropagation();
            if (event.key === "Escape" && !event.isComposing) onClose();
            else if (event.key === "Tab" && isModal) keepFocusInside(event.currentTarget, event);
          }}
        >
          {hasOpened.current && (
            <>
              <Header state={state} onClose={onClose} />
              {shopper.connection !== "refused" && <ConnectionBanner connection={shopper.connection} />}
              <Screen state={state} />
            </>
          )}
        </div>
      </StoreContext.Provider>
    </LanguageContext.Provider>
  );
}

function Screen({ state }: { state: ChatStore["state"] }) {
  const { connection, refusedBecause, thread } = state.shopper;
  if (connection === "refused") return <Refused code={refusedBecause} />;
  if (!thread) return <Loading shopper={state.shopper} />;
  return <Conversation key={thread.view.summary.id} state={state} thread={thread} />;
}
