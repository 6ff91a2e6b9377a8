import type { Conversation } from "../conversation/state.ts";
import type { ShopSnapshot } from "../ports/shop-data.ts";

/** The most characters WeChat takes in a field, by the beginning of the field's name; other kinds are not cut. */
const lengths: [RegExp, number][] = [
  [/^thing/, 20],
  [/^name/, 10],
  [/^phrase/, 5],
  [/^(character_string|letter|number)/, 32],
];

/** The template's fields as the shop's settings fill them, cut to what WeChat takes. */
export function replyData(
  conversation: Conversation,
  { name, settings, catalogue }: Pick<ShopSnapshot, "name" | "settings" | "catalogue">,
  now: number,
): Record<string, string> {
  const { last, agent, locale } = conversation.views.agents;
  const preview = last?.kind === "product" ? (catalogue.get(last.preview)?.title ?? "") : (last?.preview ?? "");
  const words: Record<string, string> = {
    reply: preview || (locale === "en" ? "You have a reply" : "您有一条新回复"),
    agent: agent?.name ?? "",
    shop: name,
    time: timeIn(settings.hours.timeZone, now),
  };
  const fields = Object.entries(settings.weapp.replyData).map(([field, text]) => {
    const filled = text.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
    return [field, cut(filled.replace(/\s+/g, " ").trim() || "-", lengthOf(field))];
  });
  return Object.fromEntries(fields);
}

function lengthOf(field: string): number {
  return lengths.find(([pattern]) => pattern.test(field))?.[1] ?? Number.POSITIVE_INFINITY;
}

/** No character is halved; what was cut ends in an ellipsis. */
function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}

/** As WeChat's `time` and `date` fields take it: 2026-11-22 09:05, on a 24-hour clock. */
function timeIn(timeZone: string, at: number): string {
  const options = { dateStyle: "short", timeStyle: "short", hourCycle: "h23", timeZone } as const;
  return new Intl.DateTimeFormat("sv-SE", options).format(at);
}
