import type { Transport } from "@yiwen/shared";
import tokens from "@yiwen/shared/tokens.css?inline";
import { render } from "preact";
import type { Chat, ChatHost } from "../host/contract.ts";
import { remember } from "../host/memory.ts";
import type { Language } from "../i18n/context.ts";
import { accentRules } from "../platform/accent-sheet.ts";
import { sheetOf } from "../platform/style-sheet.ts";
import { followViewport } from "../platform/viewport.ts";
import styles from "../styles/index.css?inline";
import { App } from "./app.tsx";
import { createChatStore } from "./store.ts";

/** The corner radius until the shop's is known, in CSS pixels. */
const defaultRadius = 12;

/** Puts the panel beside the launcher; `transport` is passed in so that it runs without a server too. */
export function mountChat(host: ChatHost, language: Language, transport: (base: string) => Transport): Chat {
  const { root, element, launcher } = host;
  const store = createChatStore(host, language, transport);
  const place = document.createElement("div");
  const accents = sheetOf("");
  root.adoptedStyleSheets = [sheetOf(tokens), ...root.adoptedStyleSheets, sheetOf(styles), accents];
  const stopViewport = followViewport(root);
  root.prepend(place);
  let opener: HTMLElement = launcher;

  const unpaint = store.subscribe(({ shop }) => {
    const accent = host.accent ?? shop?.accent;
    if (!accent || !/^#[\da-f]{6}$/i.test(accent)) return;
    accents.replaceSync(accentRules(accent, shop?.radius ?? defaultRadius));
    remember(host.shop, { accent });
  });

  function open(from?: HTMLElement): void {
    store.start();
    if (store.state.isOpen) return;
    const active = from ?? document.activeElement;
    const isElsewhere = active instanceof HTMLElement && active !== document.body && active !== element;
    opener = isElsewhere ? active : launcher;
    store.setOpen(true);
    host.show({ isOpen: true });
    host.emit("open", undefined);
  }

  function close(): void {
    if (!store.state.isOpen) return;
    const hadFocus = place.contains(root.activeElement);
    store.typing(false);
    store.setOpen(false);
    host.show({ isOpen: false });
    host.emit("close", undefined);
    // Somebody who works elsewhere on the page is left alone.
    if (hadFocus) (opener.isConnected ? opener : launcher).focus({ preventScroll: true });
  }

  render(<App store={store} onClose={close} />, place);
  return {
    open: () => open(),
    close,
    toggle: () => (store.state.isOpen ? close() : open()),
    consult(target, from) {
      store.consult(target);
      open(from);
    },
    identify: store.identify,
    send(text) {
      open();
      store.send(text);
    },
    setStrings: (locale, strings) => store.setLanguage({ locale, strings }),
    start: store.start,
    destroy() {
      unpaint();
      stopViewport();
      render(null, place);
      store.destroy();
    },
  };
}
