import type {
  By,
  Channel,
  EventData,
  Guess,
  HandoffReason,
  Locale,
  Sentiment,
  UnreachableReason,
  WireEvent,
} from "../events.ts";
import type { Resolution } from "../schema/commands.ts";
import type { Content, ContentKind } from "../schema/content.ts";
import { cut } from "../text.ts";

/** Who may speak for the shop. */
export type Floor = "bot" | "queued" | "human" | "closed";

/**
 * A conversation without its messages, as one audience sees it. The server keeps one per audience,
 * folded by `reduceSummary`; clients fold the same events the same way, so that what is shown live
 * equals what a fresh load shows.
 */
export type Summary = {
  id: string;
  /** The last event this audience has, by its own numbers. */
  seq: number;
  floor: Floor;
  channel: Channel;
  locale: Locale;
  openedAt: number;
  lastAt: number;
  agent?: { id: string; name: string };
  consult?: { productId?: string; orderId?: string };
  queue?: { since: number; staffed: boolean; timedOut: boolean };
  /** Up to where each side has read. Only moves forward. */
  read: { shopper: number; agent: number };
  /** The last message that each side has from another. */
  heard?: { shopper: number; agent: number };
  /** Messages from the other side since each side last read to the end of them. */
  unread: { shopper: number; agent: number };
  /** How many messages the shopper has written. */
  asked: number;
  last?: { seq: number; at: number; by: By; kind: ContentKind; preview: string };
  closed?: { at: number; resolution: Resolution };
  rating?: { score: number; comment?: string };
  /** Agents only: why it went to a human, the latest mood and intent. */
  reasons?: HandoffReason[];
  mood?: Sentiment & { trend: number };
  intent?: Guess;
  /** Agents only: the shopper was away when an agent wrote; with a reason where they could not be told. */
  absence?: { at: number; reason?: UnreachableReason };
};

const previewLength = 80;

/** One line of a message, for lists, in the conversation's language. Product and order cards are named by the reader. */
export function preview(content: Content, locale: Locale): string {
  switch (content.kind) {
    case "text":
    case "choices":
      return cut(content.text, previewLength);
    case "image":
      return locale === "en" ? "[image]" : "[图片]";
    case "product":
      return content.productId;
    case "order":
      return content.orderId;
  }
}

/** The summary before any event. */
export function emptySummary(id: string): Summary {
  return {
    id,
    seq: 0,
    floor: "bot",
    channel: "web",
    locale: "zh-CN",
    openedAt: 0,
    lastAt: 0,
    read: { shopper: 0, agent: 0 },
    unread: { shopper: 0, agent: 0 },
    asked: 0,
  };
}

/** Folds one event of this audience; an event already folded changes nothing. */
export function reduceSummary(summary: Summary, event: WireEvent): Summary {
  if (event.seq <= summary.seq) return summary;
  // Whatever the shopper does shows that they are back.
  const back = summary.absence && event.by.kind === "shopper" ? { absence: undefined } : {};
  // Who they are is known better now; nothing was said, so it moves no conversation to the top of a list.
  const lastAt = event.type === "shopper.identified" ? summary.lastAt : event.at;
  return { ...summary, ...back, ...change(summary, event), seq: event.seq, lastAt };
}

function change(summary: Summary, event: WireEvent): Partial<Summary> {
  switch (event.type) {
    case "conversation.opened":
      return { channel: event.data.channel, locale: event.data.locale, openedAt: event.at };
    case "conversation.consulted": {
      const { productId, orderId } = event.data;
      return { consult: { ...(productId && { productId }), ...(orderId && { orderId }) } };
    }
    case "message.sent":
      return messageSent(summary, event);
    case "message.read":
      return messageRead(summary, event.data);
    case "message.understood": {
      const { sentiment, trend, intent, confidence } = event.data;
      return { mood: { ...sentiment, trend }, intent: { intent, confidence } };
    }
    case "handoff.requested":
      return { floor: "queued", queue: { since: event.at, staffed: event.data.staffed, timedOut: false } };
    case "handoff.explained":
      return { reasons: event.data.reasons };
    case "handoff.timedOut":
      return summary.queue ? { queue: { ...summary.queue, timedOut: true } } : {};
    case "handoff.cancelled":
      return { floor: "bot", queue: undefined, reasons: undefined };
    case "agent.joined":
      return {
        floor: "human",
        agent: { id: event.data.agentId, name: event.data.name },
        queue: undefined,
      };
    case "agent.left":
      return { floor: "bot", agent: undefined, ...(event.data.why === "returned" && { reasons: undefined }) };
    case "conversation.closed":
      return {
        floor: "closed",
        queue: undefined,
        absence: undefined,
        closed: { at: event.at, resolution: event.data.resolution },
      };
    case "conversation.rated":
      return { rating: event.data };
    case "shopper.notified":
      return { absence: { at: event.at } };
    case "shopper.unreachable":
      return { absence: { at: event.at, reason: event.data.reason } };
    case "shopper.returned":
      return { absence: undefined };
    default: {
      // A new event must have its line here or be named as one that changes nothing.
      const _: Untold = event.type;
      return {};
    }
  }
}

/** Events that change nothing in a summary. */
type Untold =
  | "message.cleared"
  | "message.withheld"
  | "message.noted"
  | "message.rewritten"
  | "message.corrected"
  | "shopper.identified"
  | "dialogue.stepped"
  | "coupon.granted"
  | "handoff.summarised"
  | "model.asked"
  | "effect.failed";

function messageSent(summary: Summary, event: WireEvent<"message.sent">): Partial<Summary> {
  const { content } = event.data;
  const fromShopper = event.by.kind === "shopper";
  const { shopper, agent } = summary.unread;
  const { heard = { shopper: 0, agent: 0 } } = summary;
  return {
    last: { seq: event.seq, at: event.at, by: event.by, kind: content.kind, preview: preview(content, summary.locale) },
    asked: summary.asked + (fromShopper ? 1 : 0),
    heard: { ...heard, [fromShopper ? "agent" : "shopper"]: event.seq },
    unread: fromShopper ? { shopper, agent: agent + 1 } : { shopper: shopper + 1, agent },
  };
}

function messageRead(summary: Summary, { reader, seq }: EventData["message.read"]): Partial<Summary> {
  const reached = Math.max(summary.read[reader], seq);
  // One's own later words don't count: a read mark may cross them on the way.
  const isAll = reached >= (summary.heard?.[reader] ?? 0);
  return {
    read: { ...summary.read, [reader]: reached },
    ...(isAll && { unread: { ...summary.unread, [reader]: 0 } }),
  };
}
