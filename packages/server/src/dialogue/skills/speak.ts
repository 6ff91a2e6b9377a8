import type { Choice, Content, Language, Source } from "@yiwen/shared";
import { limits, shorten } from "@yiwen/shared";
import { askFor, type Intent } from "../../nlu/intents/registry.ts";
import type { Facts, Passage, Product } from "../facts.ts";
import { titleOf } from "../localise.ts";
import type { Turn } from "../turn.ts";
import { humanChoice } from "../words.ts";
import type { Scene } from "./skill.ts";

/** A turn that says a text. */
export function sayText(text: string, sources?: Source[]): Turn {
  return {
    do: "say",
    content: { kind: "text", text: shorten(text, limits.messageLength) },
    ...(sources && { sources }),
  };
}

/** A turn that says a text with choices under it; without any it is plain text. */
export function sayChoices(text: string, choices: Choice[], sources?: Source[]): Turn {
  if (choices.length === 0) return sayText(text, sources);
  const content: Content = {
    kind: "choices",
    text: shorten(text, limits.messageLength),
    choices: choices.slice(0, limits.choices),
  };
  return { do: "say", content, ...(sources && { sources }) };
}

/** A choice that says something, labelled with the words it sends. */
export function sayChoice(text: string, label = text): Choice {
  return { label: shorten(label, 80), action: { do: "say", text: shorten(text, 200) } };
}

/** Choices that ask the plain questions of intents. */
export function intentChoices(intents: Intent[], language: Language): Choice[] {
  return intents.map((intent) => (intent === "human" ? humanChoice[language] : sayChoice(askFor(intent, language))));
}

/** A choice that puts a product on the table. */
export function productChoice(product: Product, language: Language): Choice {
  return { label: shorten(titleOf(product, language), 80), action: { do: "consult", productId: product.id } };
}

/** A passage as the source that an answer cites. */
export function sourceOf({ id, title, quote, url }: Passage): Source {
  return { id, title, quote, ...(url !== undefined && { url }) };
}

/** The product on the table, if it is still on sale. */
export function productOf({ dialogue, facts }: Pick<Scene, "dialogue" | "facts">): Product | undefined {
  return dialogue.product && facts.catalogue.get(dialogue.product.id);
}

/** A date and time of day on the shop's clock. */
export function formatTime(at: number, language: Language, facts: Facts): string {
  const format = { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const locale = language === "zh" ? "zh-CN" : "en";
  try {
    return new Intl.DateTimeFormat(locale, { ...format, timeZone: facts.shop.settings.hours.timeZone }).format(at);
  } catch {
    return new Intl.DateTimeFormat(locale, { ...format, timeZone: "UTC" }).format(at);
  }
}
