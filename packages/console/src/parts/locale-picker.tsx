import type { Locale } from "@yiwen/shared";
import type { Settings } from "../store/settings.ts";

/** Each language named in itself, so that it can be found by who reads only that one. */
export const localeNames: Record<Locale, string> = { "zh-CN": "中文", en: "English" };

/** Switches the language. */
export function LocalePicker({ settings }: { settings: Settings }) {
  const { locale, t } = settings;
  return (
    <fieldset class="locale-picker">
      <legend class="visually-hidden">{t.value.settings.language}</legend>
      {(Object.keys(localeNames) as Locale[]).map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          class="link-button"
          aria-pressed={locale.value === one}
          onClick={() => {
            locale.value = one;
          }}
        >
          {localeNames[one]}
        </button>
      ))}
    </fieldset>
  );
}
