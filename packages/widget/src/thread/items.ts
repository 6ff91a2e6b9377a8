import {
  type AgentContent,
  type By,
  type Content,
  type ConversationView,
  type ErrorBody,
  heldPictures,
  type PendingMessage,
  type PictureState,
  type Source,
  type WireEvent,
} from "@yiwen/shared";
import type { ChosenPicture } from "@yiwen/shared/browser";
import { startOfDay } from "../i18n/format.ts";

/** Who speaks, as the thread sees it. */
export type Speaker = Extract<By["kind"], "shopper" | "bot" | "agent">;

export type MessageItem = {
  /** The sender's id: a pending bubble and the event it becomes are the same element. */
  key: string;
  seq: number;
  at: number;
  content: Content | AgentContent | { kind: "upload"; picture: ChosenPicture };
  /** Why a picture is not to be seen. */
  held?: PictureState;
  sources: Source[];
  state: "sending" | "failed" | "sent" | "read";
  /** Why it failed, or waits. */
  error?: Pick<ErrorBody, "code">;
};

/** Words of one speaker within a minute. */
export type GroupItem = {
  kind: "group";
  key: string;
  at: number;
  from: Speaker;
  name?: string;
  messages: MessageItem[];
};

export type NoticeEvent = WireEvent<
  | "handoff.requested"
  | "handoff.cancelled"
  | "handoff.timedOut"
  | "agent.joined"
  | "agent.left"
  | "conversation.closed"
  | "conversation.rated"
>;

/** One thing in the thread, oldest first. */
export type ThreadItem =
  | { kind: "day"; key: string; at: number }
  | { kind: "notice"; key: string; at: number; event: NoticeEvent }
  | { kind: "consult"; key: string; at: number; productId?: string; orderId?: string }
  | { kind: "coupon"; key: string; at: number; code: string; label: string }
  | GroupItem;

const minute = 60_000;

type Input = { view?: ConversationView; pending: PendingMessage[]; pictures?: ChosenPicture[] };

/** The thread as it is shown: day marks, groups by sender and minute, cards and notices; what is unsent last. */
export function threadItems({ view, pending, pictures = [] }: Input): ThreadItem[] {
  const held = heldPictures(view?.events ?? []);
  const items: ThreadItem[] = [];
  const stored = new Set<string>();
  for (const event of view?.events ?? []) {
    const item = itemOf(event, view?.summary.read.agent ?? 0, held);
    if (!item) continue;
    if (event.type === "message.sent") stored.add(event.data.id);
    add(items, item);
  }
  // What is behind one that has to wait waits for the same reason.
  let error: PendingMessage["error"];
  for (const message of pending) {
    if (message.status === "sending") error ??= message.error;
    if (!stored.has(message.id)) add(items, groupOfPending({ error, ...message }));
  }
  for (const picture of pictures) {
    const { key: id, at, status, error } = picture;
    if (status !== "staged")
      add(items, groupOfPending({ id, at, content: { kind: "upload", picture }, status, error }));
  }
  return items;
}

function add(items: ThreadItem[], item: ThreadItem): void {
  // Not at(-1): the mini-program runs this too, on phones whose engines have none.
  const last = items[items.length - 1];
  if (!last || startOfDay(last.at) !== startOfDay(item.at)) {
    items.push({ kind: "day", key: `day-${startOfDay(item.at)}`, at: item.at });
  } else if (last.kind === "group" && item.kind === "group" && belongsTo(last, item)) {
    last.messages.push(...item.messages);
    return;
  }
  items.push(item);
}

function belongsTo(group: GroupItem, next: GroupItem): boolean {
  const previous = group.messages[group.messages.length - 1]?.at ?? group.at;
  return group.from === next.from && group.name === next.name && next.at - previous < minute;
}

function itemOf(event: WireEvent, readByAgent: number, held: Map<string, PictureState>): ThreadItem | undefined {
  const { seq, at } = event;
  const key = `e${seq}`;
  switch (event.type) {
    case "message.sent":
      return groupOfEvent(event, readByAgent, held.get(event.data.id));
    case "conversation.consulted":
      return { kind: "consult", key, at, productId: event.data.productId, orderId: event.data.orderId };
    case "coupon.granted":
      return { kind: "coupon", key, at, code: event.data.code, label: event.data.label };
    case "handoff.requested":
    case "handoff.cancelled":
    case "handoff.timedOut":
    case "agent.joined":
    case "agent.left":
    case "conversation.closed":
    case "conversation.rated":
      return { kind: "notice", key, at, event };
    default:
      return undefined;
  }
}

function groupOfEvent(event: WireEvent<"message.sent">, readByAgent: number, held?: PictureState): GroupItem {
  const { seq, at, by, data } = event;
  const from = by.kind === "system" ? "bot" : by.kind;
  const state = seq <= readByAgent ? "read" : "sent";
  const message: MessageItem = {
    key: data.id,
    seq,
    at,
    content: data.content,
    sources: data.sources ?? [],
    state,
    held,
  };
  return { kind: "group", key: data.id, at, from, name: by.name, messages: [message] };
}

function groupOfPending({
  id,
  at,
  content,
  status,
  error,
}: Pick<MessageItem, "at" | "content" | "error"> & { id: string; status: "sending" | "failed" }): GroupItem {
  const message: MessageItem = {
    key: id,
    seq: Number.POSITIVE_INFINITY,
    at,
    content,
    sources: [],
    state: status,
    error,
  };
  return { kind: "group", key: id, at, from: "shopper", messages: [message] };
}
