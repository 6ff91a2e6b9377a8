import type { Strings } from "../i18n/strings.ts";
import type { ConsultTarget, WidgetEvents, WidgetLocale } from "../types/index.ts";
import type { LauncherState } from "./launcher.ts";

/** What the small part (launcher) gives the large part (chat). */
export type ChatHost = {
  shop: string;
  base: string;
  /** The page's own choice of colour, `#rrggbb`, before the shop's. */
  accent?: string;
  locale: WidgetLocale;
  /** The shop's JWT for the shopper, where the page has given one. */
  identity?: string;
  /** The widget was destroyed; whoever still calls it is not heard. */
  isGone?: boolean;
  element: HTMLElement;
  root: ShadowRoot;
  launcher: HTMLElement;
  emit<E extends keyof WidgetEvents>(event: E, data: WidgetEvents[E]): void;
  /** Changes what the launcher shows. */
  show(change: Partial<LauncherState>): void;
};

/** What the large part gives back. */
export type Chat = {
  /** Connects without showing, for a conversation that goes on from the page before. */
  start(): void;
  open(): void;
  close(): void;
  toggle(): void;
  consult(target: ConsultTarget, opener?: HTMLElement): void;
  send(text: string): void;
  identify(token: string | undefined): void;
  setStrings(locale: WidgetLocale, strings: Strings): void;
  destroy(): void;
};

/** The chat chunk as the launcher sees it. */
export type ChatModule = { mount(host: ChatHost, locale: WidgetLocale, strings: Strings): Chat };

/** How the two parts that come later are fetched. */
export type Loaders = {
  chat(): Promise<ChatModule>;
  strings(locale: WidgetLocale): Promise<{ strings: Strings }>;
};
