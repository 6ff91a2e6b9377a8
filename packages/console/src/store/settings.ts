import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { InboxFilter, Locale, PresenceStatus } from "@yiwen/shared";
import { pickLocale, type Texts, textsOf } from "../i18n/index.ts";
import type { Page, Theme } from "../platform/page.ts";
import type { LocalStorage } from "../platform/storage.ts";

/** What an agent sets for this browser; remembered. */
export type Settings = {
  locale: Signal<Locale>;
  theme: Signal<Theme>;
  isMuted: Signal<boolean>;
  /** What the bot understood is shown in full instead of as one line. */
  showsInsights: Signal<boolean>;
  showsDetails: Signal<boolean>;
  filter: Signal<InboxFilter>;
  presence: Signal<PresenceStatus>;
  t: ReadonlySignal<Texts>;
};

/** Reads the settings and writes each back when it changes; applies language and theme to the page. */
export function createSettings(storage: LocalStorage, page: Page): Settings {
  const choice = <T extends string>(key: string, allowed: readonly T[], first: T) => {
    const stored = storage.get(`settings.${key}`);
    const value = signal<T>(allowed.find((one) => one === stored) ?? first);
    effect(() => storage.set(`settings.${key}`, value.value));
    return value;
  };
  /** One for all tabs of the browser. */
  const shared = <T extends string>(key: string, allowed: readonly T[], first: T) => {
    const value = choice(key, allowed, first);
    storage.onOther(`settings.${key}`, (stored) => {
      value.value = allowed.find((one) => one === stored) ?? value.value;
    });
    return value;
  };
  const flag = (key: string, first: boolean) => {
    const value = signal(storage.get(`settings.${key}`) === String(!first) ? !first : first);
    effect(() => storage.set(`settings.${key}`, String(value.value)));
    return value;
  };
  const locale = choice<Locale>("locale", ["zh-CN", "en"], pickLocale(page.languages()));
  const theme = choice<Theme>("theme", ["system", "light", "dark"], "system");
  effect(() => page.setLocale(locale.value));
  effect(() => page.setTheme(theme.value));
  return {
    locale,
    theme,
    isMuted: flag("muted", false),
    showsInsights: flag("insights", false),
    showsDetails: flag("details", true),
    filter: choice<InboxFilter>("filter", ["queue", "mine", "all", "closed"], "queue"),
    presence: shared<PresenceStatus>("presence", ["online", "away", "offline"], "online"),
    t: computed(() => textsOf(locale.value)),
  };
}
