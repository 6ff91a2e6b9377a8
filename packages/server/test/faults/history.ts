import type { By, ErrorCode, WireEvent } from "@yiwen/shared";

/** Which window of which person; a window that crashed and was opened again is another one. */
export type Who = { person: string; window: string };

/** What one window did, was told and showed, in order. */
export type Entry = Who &
  (
    | /** A message was handed to the client. */ { kind: "wrote"; id: string }
    | /** A failed message was sent again under another id. */ { kind: "retried"; id: string; as: string }
    | /** A failed message was thrown away. */ { kind: "discarded"; id: string }
    | {
        kind: "acked";
        id: string;
        type: string;
        conversation?: string;
        /** Absent where it was refused. */
        seq?: number;
        code?: ErrorCode;
      }
    | /** An event came into view at the end. */ { kind: "shown"; event: WireEvent }
    | /** The view began anew: another conversation, or a fresh load. */ { kind: "began"; conversation: string }
    | /** How far the view says that was read. */ {
        kind: "read";
        conversation: string;
        reader: "shopper" | "agent";
        seq: number;
      }
  );

/** A window at the end, when everything is whole again and at rest. */
export type Last = Who & {
  side: "shopper" | "agent";
  connection: string;
  threads: { conversation: string; events: WireEvent[] }[];
  pending: { id: string; status: "sending" | "failed"; code?: ErrorCode }[];
};

/** A row of `events`. */
export type StoredRow = {
  conversation: string;
  seq: number;
  shopperSeq: number | null;
  type: WireEvent["type"];
  at: number;
  by: By;
  data: unknown;
  /** Of the command that made it, as the database keeps it; with the first event alone. */
  command: string | null;
};

/** What the database holds at the end. */
export type Stored = {
  shop: string;
  /** Epoch milliseconds at which it was read. */
  at: number;
  conversations: { id: string; shopper: string; floor: string; pending: Record<string, string>; isTimedOut: boolean }[];
  events: StoredRow[];
  effects: { id: string; conversation: string; kind: string; status: string; dueAt: number; leaseUntil: number }[];
  /** Commands that were answered without an event. */
  answered: string[];
};

/** All that is known of a run; nobody in it has to wait longer than `waitMs` for whatever is to come. */
export type History = { entries: Entry[]; last: Last[]; stored: Stored; waitMs: number };

/** A promise that was not kept, and how that shows. */
export type Violation = { promise: string; what: string };
