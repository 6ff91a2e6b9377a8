import type { Locale } from "@yiwen/miniprogram";
import { createYiwen, type Yiwen, type YiwenOptions } from "@yiwen/miniprogram";
import { type HostPages, type TextOverrides, type Texts, type Theme, textsOf } from "@yiwen/miniprogram/view";

/** What the host decides about the chat's looks, words and ways out. */
export type ChatLook = {
  theme?: Theme;
  /** The shop's own words in place of ours, by language. */
  texts?: Partial<Record<Locale, TextOverrides>>;
  /** The host's pages that a card opens; without one a tap on the card does nothing. */
  pages?: HostPages;
  /** The chat page's own path, for the consult button: `/chat/pages/chat/chat`. */
  chatPage?: string;
  /** Offers WeChat's own customer service while the server can't be reached, also before the shop's setting is known. */
  contactFallback?: boolean;
  /** The host shows a privacy popup of its own (`yiwen.privacy.onNeeded`); ours stays away. */
  ownPrivacyPopup?: boolean;
};

/** Everything a host says once, in its `app`. */
export type SetUp = YiwenOptions & ChatLook;

/** Where the chat is, where the host says nothing else. */
const defaultChatPage = "/chat/pages/chat/chat";

type Settings = { yiwen: Yiwen; look: ChatLook };

let settings: Settings | undefined;
const listeners = new Set<() => void>();

/** Sets the chat up, once for the whole app; nothing is connected before a chat opens or an unread count is asked for. */
export function setUpYiwen(options: SetUp): Yiwen {
  const yiwen = createYiwen(options);
  adoptYiwen(yiwen, options);
  return yiwen;
}

/** Takes an instance that the host made with the core itself. */
export function adoptYiwen(yiwen: Yiwen, look: ChatLook = {}): void {
  settings = { yiwen, look };
  for (const listener of [...listeners]) listener();
}

/** Changes the language of the chat, of what the bot says next and of every button. */
export function setYiwenLocale(locale: Locale): void {
  settings?.yiwen.setLocale(locale);
  for (const listener of [...listeners]) listener();
}

/** What was set up; `undefined` before that. */
export function currentSettings(): Settings | undefined {
  return settings;
}

/** Told at every change of the settings; answers how to stop. */
export function onSettings(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The language in use and its words. */
export function currentLanguage(): { locale: Locale; texts: Texts } {
  const locale = settings?.yiwen.locale ?? "zh-CN";
  return { locale, texts: textsOf(locale, settings?.look.texts?.[locale]) };
}

/** The chat page's path. */
export function chatPagePath(): string {
  return settings?.look.chatPage ?? defaultChatPage;
}
