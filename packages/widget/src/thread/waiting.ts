import type { Choice, ThreadState } from "@yiwen/shared";
import type { ThreadItem } from "./items.ts";

/** The message whose choices may still be tapped: the shop's last word, while nothing was said after it. */
export function activeChoices(items: ThreadItem[]): { key: string; choices: Choice[] } | undefined {
  const last = items.findLast((item) => item.kind === "group");
  if (!last || last.from === "shopper") return undefined;
  const message = last.messages.at(-1);
  return message?.content.kind === "choices" ? { key: message.key, choices: message.content.choices } : undefined;
}

/** The shopper's latest message, under which its state is told, unless the shop has spoken since. */
export function statedMessage(items: ThreadItem[]): string | undefined {
  const last = items.findLast((item) => item.kind === "group");
  return last?.from === "shopper" ? last.messages.at(-1)?.key : undefined;
}

/** Milliseconds for which a question to the bot shows that its answer is coming. */
export const answerExpectedMs = 20_000;

/** Who is about to speak: whoever types, or the bot while the shopper's own words wait for its answer. */
export function aboutToSpeak(
  { view, live, pending }: ThreadState,
  now: number,
): { name?: string; from: "bot" | "agent" } | undefined {
  const { by } = live.typing ?? {};
  if (by && by.kind !== "shopper") return { from: by.kind === "agent" ? "agent" : "bot", name: by.name };
  if (view.summary.floor !== "bot" || pending.some((message) => message.status === "failed")) return undefined;
  const last = view.events.findLast((event) => event.type === "message.sent");
  const isAsked =
    last?.by.kind === "shopper" && last.seq === lastSpoken(view.events) && now - last.at < answerExpectedMs;
  return isAsked ? { from: "bot" } : undefined;
}

/** The number of the last event a shopper can see as something that happened; receipts don't count. */
function lastSpoken(events: ThreadState["view"]["events"]): number {
  return events.findLast((event) => event.type !== "message.read")?.seq ?? 0;
}
