import type { By, EventType } from "@yiwen/shared";

/** An event as it is kept. `shopperSeq` is null for what only agents see. */
export type StoredEvent = {
  seq: number;
  shopperSeq: number | null;
  type: EventType;
  at: number;
  by: By;
  data: unknown;
};

/** The kinds of work that are stored beside the events. */
export type EffectKind =
  | "wait"
  | "lookUpOrders"
  | "askModel"
  | "recallPassages"
  | "summarise"
  | "notifyShopper"
  | "checkPicture"
  | "settlePicture";
