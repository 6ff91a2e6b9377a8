import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { LanguageContext } from "../i18n/context.ts";
import { Composer } from "../parts/composer.tsx";
import { ConnectionBanner } from "../parts/connection-banner.tsx";
import { Header } from "../parts/header.tsx";
import { Refusal } from "../parts/refusal.tsx";
import { StoreContext, useChatState } from "../parts/use-chat.ts";
import { isPhone } from "../platform/page.ts";
import { Conversation } from "../screens/conversation.tsx";
import { Loading } from "../screens/loading.tsx";
import { Rating } from "../screens/rating.tsx";
import { Refused } from "../screens/refused.tsx";
import { keepFocusInside } from "./focus.ts";
import type { ChatState, ChatStore } from "./store.ts";

/** The panel and whichever screen is due. */
export function App({ store, onClose }: { store: ChatStore; onClose(): void }) {
  const state = useChatState(store);
  const { isOpen, language, shopper, shop } = state;
  const { thread } = shopper;
  const panel = useRef<HTMLDivElement>(null);
  const hasOpened = useRef(false);
  hasOpened.current ||= isOpen;

  const screen = screenOf(state);
  /** As the page stands before this change of it. */
  const hadFocus = panel.current?.matches(":focus-within");
  const focusInside = () => {
    // On a phone the field would bring up the keyboard over the words that were just asked for.
    const field = isPhone() ? null : panel.current?.querySelector<HTMLElement>("textarea");
    (field ?? panel.current)?.focus({ preventScroll: true });
  };
  useLayoutEffect(() => {
    if (isOpen) focusInside();
  }, [isOpen]);
  // What had the focus may have gone: a button that was pressed, or all of the screen before.
  useLayoutEffect(() => {
    if (isOpen && hadFocus && document.activeElement === document.body) focusInside();
  });
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
          // Files let go over the page would open in its place.
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            store.stage(event.dataTransfer?.files ?? []);
          }}
          onPaste={(event) => {
            if (store.stage(event.clipboardData?.files ?? [])) event.preventDefault();
          }}
          onKeyPress={stop}
          onKeyUp={stop}
          onKeyDown={(event) => {
            stop(event);
            if (event.key === "Escape" && !event.isComposing) onClose();
            else if (event.key === "Tab" && isModal) keepFocusInside(event.currentTarget, event);
          }}
        >
          {hasOpened.current && (
            <>
              <Header state={state} onClose={onClose} />
              {screen !== "refused" && <ConnectionBanner connection={shopper.connection} />}
              {screen === "refused" && <Refused code={shopper.refusedBecause} />}
              {screen === "loading" && <Loading shopper={shopper} />}
              {thread && screen !== "refused" && (
                <Conversation key={thread.view.summary.id} state={state} thread={thread} />
              )}
              <Refusal state={state} />
              {thread && screen === "closed" && <Rating summary={thread.view.summary} />}
              {(screen === "loading" || screen === "talking") && (
                <Composer key={state.person} isOnline={shopper.connection === "online"} pictures={state.pictures} />
              )}
            </>
          )}
        </div>
      </StoreContext.Provider>
    </LanguageContext.Provider>
  );
}

/** The page sees only the host element, so its own shortcuts would fire while somebody writes. */
function stop(event: Event): void {
  event.stopPropagation();
}

function screenOf({ shopper: { connection, thread } }: ChatState): "refused" | "loading" | "closed" | "talking" {
  if (connection === "refused") return "refused";
  if (!thread) return "loading";
  return thread.view.summary.floor === "closed" ? "closed" : "talking";
}
