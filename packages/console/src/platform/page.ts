import type { Locale } from "@yiwen/shared";

export type Theme = "system" | "light" | "dark";

/** The browser's page around the console: tab title, icon, language, theme, address, focus. */
export type Page = {
  /** The tab's title; the icon carries a dot while `alert` is true. */
  setTitle(title: string, alert: boolean): void;
  setLocale(locale: Locale): void;
  setTheme(theme: Theme): void;
  /** What the address names: a conversation, or another screen than the inbox. */
  address(): string | undefined;
  /** Puts that in the address, as a step that the back button undoes. */
  goTo(address: string | undefined): void;
  onAddress(listener: () => void): () => void;
  /** The page is shown and has the keyboard. */
  isWatched(): boolean;
  onWatched(listener: () => void): () => void;
  languages(): readonly string[];
  /** There is room for three panes. */
  isWide(): boolean;
  isMac(): boolean;
};

/** From here on three panes fit; the same number stands in styles/layout.css. */
const wide = "(min-width: 1200px)";

/** The page this script runs in. */
export function createPage(): Page {
  const root = document.documentElement;
  return {
    setTitle: showTitle,
    setLocale: (locale) => {
      root.lang = locale;
    },
    setTheme: (theme) => {
      if (theme === "system") delete root.dataset.theme;
      else root.dataset.theme = theme;
    },
    address,
    goTo: (next) => {
      if (address() === next) return;
      history.pushState(null, "", next ? `#${encodeURIComponent(next)}` : location.pathname + location.search);
    },
    onAddress: (listener) => listen(window, ["popstate", "hashchange"], listener),
    isWatched: () => document.visibilityState === "visible" && document.hasFocus(),
    onWatched: (listener) => listen(window, ["focus"], listener),
    languages: () => navigator.languages,
    isWide: () => matchMedia(wide).matches,
    isMac: () => /mac|iphone|ipad/i.test(navigator.userAgent),
  };
}

function address(): string | undefined {
  return decodeURIComponent(location.hash.slice(1)) || undefined;
}

function showTitle(title: string, alert: boolean): void {
  if (document.title !== title) document.title = title;
  const icon = document.querySelector<HTMLLinkElement>("#favicon");
  const href = `${import.meta.env.BASE_URL}${alert ? "favicon-alert.svg" : "favicon.svg"}`;
  if (icon && icon.getAttribute("href") !== href) icon.href = href;
}

function listen(target: EventTarget, types: string[], listener: () => void): () => void {
  for (const type of types) target.addEventListener(type, listener);
  return () => {
    for (const type of types) target.removeEventListener(type, listener);
  };
}
