import {
  type By,
  type EventData,
  type EventType,
  heldPictures,
  type PictureState,
  type WireEvent,
} from "@yiwen/shared";
import { startOfDay } from "../format/time.ts";

/** What the bot made of one message: what it understood, then which skill took the turn. */
export type Insight = {
  understood?: EventData["message.understood"];
  steps: EventData["dialogue.stepped"][];
  /** What the language model was asked for it. */
  asked: EventData["model.asked"][];
  /** What an agent said that it was, and who; the latest of several. */
  corrected?: { intent: string; by: By };
};

type ToldType = Exclude<
  EventType,
  | "message.sent"
  | "message.noted"
  | "message.read"
  | "message.cleared"
  | "message.withheld"
  | "message.understood"
  | "message.rewritten"
  | "message.corrected"
  | "model.asked"
  | "handoff.summarised"
  | "dialogue.stepped"
  | "handoff.explained"
>;

/** One line or block of a thread, in the order it is shown. */
export type ThreadItem =
  | { kind: "day"; key: string; at: number }
  | {
      kind: "group";
      key: string;
      by: By;
      at: number;
      /** The same speaker went on within the minute, with only folded events between: no name and time again. */
      continues: boolean;
      messages: WireEvent<"message.sent">[];
      /** Pictures that are not to be seen, by message id. */
      held: Map<string, PictureState>;
    }
  | { kind: "note"; key: string; event: WireEvent<"message.noted"> }
  | { kind: "insight"; key: string; insight: Insight }
  | { kind: "reasons"; key: string; at: number; reasons: EventData["handoff.explained"]["reasons"] }
  | { kind: "summary"; key: string; at: number; text: string }
  | { kind: "told"; key: string; event: WireEvent<ToldType> };

const groupMs = 60_000;

/** Folds events into what a thread shows: days, bubbles grouped by speaker and minute, and agent-only events between. */
export function threadItems(events: WireEvent[]): ThreadItem[] {
  const items: ThreadItem[] = [];
  const held = heldPictures(events);
  let day: number | undefined;
  for (const event of events) {
    if (event.type === "message.corrected") addCorrected(items, event);
    if (isSilent(event)) continue;
    const today = startOfDay(event.at);
    if (today !== day) items.push({ kind: "day", key: `day-${today}`, at: event.at });
    day = today;
    add(items, event, held);
  }
  return items;
}

/** What changes how other events are shown, and takes no line of its own. */
export function isSilent({ type }: WireEvent): boolean {
  return silent.has(type);
}

const silent: ReadonlySet<EventType> = new Set([
  "message.read",
  "message.cleared",
  "message.withheld",
  "message.corrected",
]);

/** A correction stands with what it corrects, wherever in the thread that is; older than what is loaded, nowhere. */
function addCorrected(items: ThreadItem[], { data, by }: WireEvent<"message.corrected">): void {
  const corrected = items.findLast(
    (item) => item.kind === "insight" && item.insight.understood?.messageId === data.messageId,
  );
  if (corrected?.kind === "insight") corrected.insight.corrected = { intent: data.intent, by };
}

function add(items: ThreadItem[], event: WireEvent, held: Map<string, PictureState>): void {
  const key = `${event.seq}`;
  switch (event.type) {
    case "message.read":
    case "message.cleared":
    case "message.withheld":
    case "message.corrected":
      return;
    case "message.sent":
      addMessage(items, event, held);
      return;
    case "message.noted":
      items.push({ kind: "note", key, event });
      return;
    case "message.understood":
      items.push({ kind: "insight", key, insight: { understood: event.data, steps: [], asked: [] } });
      return;
    case "message.rewritten":
      addRewritten(items, event.data);
      return;
    case "dialogue.stepped":
      insightFor(items, key).steps.push(event.data);
      return;
    case "model.asked":
      insightFor(items, key).asked.push(event.data);
      return;
    case "handoff.summarised":
      items.push({ kind: "summary", key, at: event.at, text: event.data.text });
      return;
    case "handoff.explained":
      items.push({ kind: "reasons", key, at: event.at, reasons: event.data.reasons });
      return;
    default:
      items.push({ kind: "told", key, event });
  }
}

function addMessage(items: ThreadItem[], event: WireEvent<"message.sent">, held: Map<string, PictureState>): void {
  const last = items.at(-1);
  if (last?.kind === "group" && isSameBreath(last, event)) {
    last.messages.push(event);
    return;
  }
  const before = items.findLast((item) => item.kind !== "insight");
  const continues = before?.kind === "group" && isSameBreath(before, event);
  items.push({ kind: "group", key: `${event.seq}`, by: event.by, at: event.at, continues, messages: [event], held });
}

function isSameBreath(group: { by: By; at: number }, event: WireEvent): boolean {
  return group.by.kind === event.by.kind && group.by.id === event.by.id && event.at - group.at < groupMs;
}

/** What the bot did belongs to the message understood before it, whatever it said or tried in between. */
function insightFor(items: ThreadItem[], key: string): Insight {
  const last = items.findLast((item) => item.kind === "insight" || (item.kind === "group" && item.by.kind !== "bot"));
  if (last?.kind === "insight") return last.insight;
  const insight: Insight = { steps: [], asked: [] };
  items.push({ kind: "insight", key, insight });
  return insight;
}

/** The whole question takes the place of what was understood without it. */
function addRewritten(items: ThreadItem[], { messageId, text }: EventData["message.rewritten"]): void {
  for (const item of items) {
    if (item.kind !== "insight" || item.insight.understood?.messageId !== messageId) continue;
    item.insight.understood = { ...item.insight.understood, rewritten: text };
  }
}
