import type { Locale } from "@yiwen/miniprogram";
import type { Texts } from "@yiwen/miniprogram/view";
import { createContext, useContext, useEffect, useState } from "react";
import { currentLanguage, onSettings } from "./settings.ts";

/** The language in use and its words. */
export type Language = { locale: Locale; texts: Texts };

/** Hands the language down to every part of the page. */
export const LanguageContext = createContext<Language | null>(null);

/** The language in use; from the page around it, or from the settings. */
export function useLanguage(): Language {
  const fromPage = useContext(LanguageContext);
  const [own, setOwn] = useState(() => fromPage ?? currentLanguage());
  useEffect(() => onSettings(() => setOwn(currentLanguage())), []);
  return fromPage ?? own;
}
