import type { WidgetLocale } from "../types/index.ts";

/** The language asked for, else the page's, else the browser's; Chinese for every `zh`, English for the rest. */
export function pickLocale(asked?: string): WidgetLocale {
  return /^zh/i.test(asked || document.documentElement.lang || navigator.language) ? "zh-CN" : "en";
}
