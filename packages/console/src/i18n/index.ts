import type { Locale } from "@yiwen/shared";
import { en } from "./en.ts";
import { zhCN } from "./zh-CN.ts";

/** Everything the console says, in one language. */
export type Texts = typeof zhCN;

const languages: Record<Locale, Texts> = { "zh-CN": zhCN, en };

/** The texts of a language. */
export function textsOf(locale: Locale): Texts {
  return languages[locale];
}

/** The language to begin with: the first that the browser asks for and the console has, else Chinese. */
export function pickLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    if (/^zh/i.test(tag)) return "zh-CN";
    if (/^en/i.test(tag)) return "en";
  }
  return "zh-CN";
}
