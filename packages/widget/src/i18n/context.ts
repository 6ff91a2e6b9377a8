import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { WidgetLocale } from "../types/index.ts";
import type { Strings } from "./strings.ts";

/** The language in use and its texts. */
export type Language = { locale: WidgetLocale; strings: Strings };

/** Hands the language down to every part. */
export const LanguageContext = createContext<Language | null>(null);

/** The language in use. */
export function useLanguage(): Language {
  return useContext(LanguageContext)!;
}
