import type {
  AgentContent,
  Content,
  ConversationView,
  ErrorCode,
  PendingMessage,
  PictureState,
  Source,
} from "@yiwen/shared";
import { type MessageItem, type NoticeEvent, type Speaker, type ThreadItem, threadItems } from "./shared.ts";

/** What stands above the first message of a group: who speaks, and since when (epoch milliseconds). */
export type GroupHead = { name?: string; at: number };

/** One line of the thread. What a line shows is settled when it appears: a later one never changes it. */
export type Row = {
  /** The sender's id, so that a pending message and the event it becomes are the same line. */
  key: string;
  /** The day that begins with this line, in epoch milliseconds. */
  day?: number;
} & (
  | {
      kind: "message";
      from: Speaker;
      head?: GroupHead;
      /** A picture has no size before the server has told it. */
      content: Content | AgentContent;
      sources: Source[];
      /** Why it was not sent, where it was not. */
      failure?: ErrorCode | "unknown";
      /** Why its picture may not be shown. */
      held?: PictureState;
    }
  | { kind: "notice"; event: NoticeEvent }
  | { kind: "consult"; productId?: string; orderId?: string }
  | { kind: "coupon"; code: string; label: string }
);

/** The thread as lines, oldest first. */
export function rowsOf(thread: { view?: ConversationView; pending: PendingMessage[] }): {
  rows: Row[];
  items: ThreadItem[];
} {
  const items = threadItems(thread);
  const rows: Row[] = [];
  let day: number | undefined;
  for (const item of items) {
    if (item.kind === "day") {
      day = item.at;
      continue;
    }
    for (const row of linesOf(item)) {
      rows.push(day === undefined ? row : { ...row, day });
      day = undefined;
    }
  }
  return { rows, items };
}

function linesOf(item: Exclude<ThreadItem, { kind: "day" }>): Row[] {
  if (item.kind !== "group") return [lineOf(item)];
  return item.messages.map((message, index) => ({
    kind: "message",
    key: message.key,
    from: item.from,
    head: index === 0 ? { name: item.name, at: item.at } : undefined,
    content: contentOf(message),
    sources: message.sources,
    failure: message.state === "failed" ? (message.error?.code ?? "unknown") : undefined,
    held: message.held,
  }));
}

/** Pictures on their way up stand under the lines here; only the widget has them among its messages. */
function contentOf({ content }: MessageItem): Content | AgentContent {
  return content.kind === "upload" ? { kind: "text", text: "" } : content;
}

function lineOf(item: Exclude<ThreadItem, { kind: "day" | "group" }>): Row {
  switch (item.kind) {
    case "notice":
      return { kind: "notice", key: item.key, event: item.event };
    case "consult":
      return { kind: "consult", key: item.key, productId: item.productId, orderId: item.orderId };
    case "coupon":
      return { kind: "coupon", key: item.key, code: item.code, label: item.label };
  }
}

/** Whether two states of one line look the same, so that it need not be made again. */
export function isSameRow(a: Row, b: Row): boolean {
  if (a.kind !== b.kind || a.key !== b.key || a.day !== b.day) return false;
  if (a.kind !== "message" || b.kind !== "message") return true;
  return (
    a.content === b.content &&
    a.failure === b.failure &&
    a.held === b.held &&
    a.head?.at === b.head?.at &&
    a.head?.name === b.head?.name
  );
}

/** What became of the shopper's latest words, and why where they wait, unless the shop has spoken since. */
export function statedState(items: ThreadItem[]): Pick<MessageItem, "state" | "error"> | undefined {
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index]!;
    if (item.kind === "group") return item.from === "shopper" ? item.messages[item.messages.length - 1] : undefined;
  }
  return undefined;
}
