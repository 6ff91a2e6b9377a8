import Taro from "@tarojs/taro";

export type Language = "zh" | "en";

const key = "camellia.language";

/** The shop's language: the one chosen here, else the phone's. */
export function language(): Language {
  const chosen = Taro.getStorageSync<Language | "">(key);
  if (chosen) return chosen;
  return Taro.getAppBaseInfo().language?.startsWith("en") ? "en" : "zh";
}

/** Remembers the language for this phone. */
export function chooseLanguage(chosen: Language): void {
  Taro.setStorageSync(key, chosen);
}

/** The language as Yiwen names it. */
export function locale(): "zh-CN" | "en" {
  return language() === "en" ? "en" : "zh-CN";
}
