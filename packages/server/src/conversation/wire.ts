import { type Audience, eventAudience, type WireEvent } from "@yiwen/shared";
import type { StoredEvent } from "./stored.ts";

/** What is stored of `message.read`: the reader's place in both audiences' numbers. */
export type StoredRead = { reader: "shopper" | "agent"; seq: number; shopperSeq: number };

/**
 * An event as an audience sees it, or undefined when it may not. The one place where stored events
 * become wire events: numbers are the audience's own, and what only the server needs is taken out.
 */
export function toWire(conversationId: string, event: StoredEvent, audience: Audience): WireEvent | undefined {
  const seq = audience === "agents" ? event.seq : event.shopperSeq;
  if (seq === null) return undefined;
  const { type, at, by } = event;
  return { conversationId, seq, type, at, by, data: dataFor(event, audience) } as WireEvent;
}

function dataFor(event: StoredEvent, audience: Audience): unknown {
  switch (event.type) {
    case "message.read": {
      const { reader, seq, shopperSeq } = event.data as StoredRead;
      return { reader, seq: audience === "agents" ? seq : shopperSeq };
    }
    case "dialogue.stepped": {
      const { skill, outcome } = event.data as { skill: string; outcome: string };
      return { skill, outcome };
    }
    default:
      return event.data;
  }
}

/** Whether shoppers see events of this type. */
export function isForShoppers(type: StoredEvent["type"]): boolean {
  return eventAudience[type] === "everyone";
}
