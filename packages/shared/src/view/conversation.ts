import type { WireEvent } from "../events.ts";
import { reduceSummary, type Summary } from "./summary.ts";

/** What a screen shows of one conversation: its summary and a stretch of its events, oldest first, without holes. */
export type ConversationView = {
  summary: Summary;
  events: WireEvent[];
  /** The last event applied: what to give as `since`. */
  seq: number;
  /** There are events before the first one here. */
  hasOlder: boolean;
};

/** A view from one page of `conversation.open`. */
export function viewOf(page: { conversation: Summary; events: WireEvent[]; hasOlder: boolean }): ConversationView {
  const { conversation, events, hasOlder } = page;
  return { summary: conversation, events, seq: events[events.length - 1]?.seq ?? conversation.seq, hasOlder };
}

/** How an event stands to a view: the next one, one it has, or one after a hole. */
export function placeOf(view: ConversationView, event: WireEvent): "next" | "known" | "gap" {
  if (event.seq <= view.seq) return "known";
  return event.seq === view.seq + 1 ? "next" : "gap";
}

/** Applies the next event; a known one changes nothing, one after a hole must not come here. */
export function reduce(view: ConversationView, event: WireEvent): ConversationView {
  if (placeOf(view, event) !== "next") return view;
  return {
    ...view,
    summary: reduceSummary(view.summary, event),
    events: [...view.events, event],
    seq: event.seq,
  };
}

/** Puts an older page in front. */
export function prepend(view: ConversationView, page: { events: WireEvent[]; hasOlder: boolean }): ConversationView {
  const first = view.events[0]?.seq ?? Number.POSITIVE_INFINITY;
  const older = page.events.filter((event) => event.seq < first);
  return { ...view, events: [...older, ...view.events], hasOlder: page.hasOlder };
}
