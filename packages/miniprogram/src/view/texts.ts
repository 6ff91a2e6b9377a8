import type { Locale } from "@yiwen/shared";
import type { WidgetTexts } from "./shared.ts";
import { english } from "./texts-en.ts";
import { chinese } from "./texts-zh-cn.ts";

/** The errors that only a mini-program can meet. */
type WeappErrorCode = "wechat_code_invalid" | "wechat_busy" | "wechat_not_configured" | "content_refused";

/** What only the mini-program says. */
export type WeappTexts = {
  /** The button that opens the chat from a product or an order. */
  consultNow: string;
  empty: { title: string; body: string };
  notSetUp: string;
  pictures: { sending: string; failed: string };
  linkCopied: string;
  notify: { ask: string; on: string };
  contact: string;
  privacy: { title: string; body: string; read: string; agree: string; refuse: string };
};

/** Every text of the chat in a mini-program. */
export type Texts = Omit<WidgetTexts, "errors"> &
  WeappTexts & { errors: WidgetTexts["errors"] & Record<WeappErrorCode, string> };

/** Some of the texts, at any depth, to say in one's own words. */
export type TextOverrides = DeepPartial<Texts>;

type DeepPartial<T> = {
  [K in keyof T]?: T[K] extends (...args: never[]) => unknown
    ? T[K]
    : T[K] extends readonly unknown[]
      ? T[K]
      : T[K] extends object
        ? DeepPartial<T[K]>
        : T[K];
};

/** The texts of a language, with the shop's own words in place of ours where it has some. */
export function textsOf(locale: Locale, overrides: TextOverrides = {}): Texts {
  return merge(locale === "en" ? english : chinese, overrides) as Texts;
}

function merge(base: object, over: object): object {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const own = merged[key];
    merged[key] = isPlain(own) && isPlain(value) ? merge(own, value) : (value ?? own);
  }
  return merged;
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
