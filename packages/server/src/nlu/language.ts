import type { Language } from "@yiwen/shared";

/** Sizes, units, and sounds that are in no language. */
const sizeOrOk = /^(?:\d*x{0,4}[sml]|[ckm]?m|[km]?g|ml|gb|mah|ok+|e*m+|h+m+|[ao]+h*|(?:ha)+h?|lol|wow|bye+|hi+)$/i;

/** The language a message is written in; `usual` where it is mixed, or only a number, a size or an emoji. */
export function detectLanguage(text: string, usual: Language): Language {
  // Links and order numbers are in no language.
  const plain = text.replace(/https?:\/\/\S+|#e-[a-z]?\d*|\[[^[\]]{1,16}\]|[a-z]+[_-]?\d[\w-]*/gi, " ");
  const han = plain.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = plain.match(/[a-z]+(?:'[a-z]+)?/gi) ?? [];
  if (han === 0) {
    if (words.length === 0 || words.every((word) => sizeOrOk.test(word))) return usual;
    return "en";
  }
  return words.length >= 4 && words.length > han ? usual : "zh";
}

/** The language of longer text such as a policy: Chinese when it has any share of Han worth the name. */
export function languageOfDocument(text: string): Language {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[a-z]{2,}/gi)?.length ?? 0;
  return han > words * 0.5 ? "zh" : "en";
}
