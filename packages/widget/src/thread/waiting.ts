import type { Choice, ThreadState } from "@yiwen/shared";
import type { ThreadItem } from "./items.ts";

// The mini-program runs this too, on phones whose engines have neither findLast nor at.

/** The message whose choices may still be tapped: the shop's last word, while nothing was said after it. */
export function activeChoices(items: ThreadItem[]): { key: string; choices: Choice[] } | undefined {
  const last = items.filter((item) => item.kind === "group").pop();
  if (!last || last.from === "shopper") return undefined;
  const message = last.messages[last.messages.length - 1];
  return message?.content.kind === "choices" ? { key: message.key, choices: message.content.choices } : undefined;
}

/** The shopper's latest message, under which its state is told, unless the shop has spoken since. */
export function statedMessage(items: ThreadItem[]): string | undefined {
  const last = items.filter((item) => item.kind === "group").pop();
  return last?.from === "shopper" ? last.messages[last.messages.length - 1]?.key : undefined;
}

/** Milliseconds for which a question to the bot shows that its answer is coming. */
export const answerExpectedMs = 20_000;

/** Who is about to speak: whoever types, or the bot while the shopper's own words wait for its answer. */
export function aboutToSpeak(
  { view, live, pending }: ThreadState,
  now: number,
): { name?: string; from: "bot" | "agent"; text?: string } | undefined {
  const { by, text } = live.typing ?? {};
  if (by && by.kind !== "shopper") return { from: by.kind === "agent" ? "agent" : "bot", name: by.name, text };
  if (view.summary.floor !== "bot" || pending.some((message) => message.status === "failed")) return undefined;
  const last = view.events.filter((event) => event.type === "message.sent").pop();
  const isAsked =
    last?.by.kind === "shopper" && last.seq === lastSpoken(view.events) && now - last.at < answerExpectedMs;
  return isAsked ? { from: "bot" } : undefined;
}

/** The number of the last event a shopper can see as something that happened; receipts don't count. */
function lastSpoken(events: ThreadState["view"]["events"]): number {
  return events.filter((event) => event.type !== "message.read").pop()?.seq ?? 0;
}
