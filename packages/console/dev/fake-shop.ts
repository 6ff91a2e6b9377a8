import type {
  AgentPresence,
  By,
  ClientSignal,
  CommandMessage,
  EventBody,
  InboxRow,
  Result,
  ServerSignal,
  ShopperProfile,
  Summary,
  TransportHandlers,
  WireEvent,
} from "@yiwen/shared";
import { emptySummary, reduceSummary } from "@yiwen/shared";
import { answer } from "./answer.ts";
import { colleagues, fill } from "./canned.ts";
import { session } from "./fake-http.ts";

export type FakeConversation = { shopper: ShopperProfile; summary: Summary; events: WireEvent[] };

/** A shop in the page: what the server would hold, and levers for what others do. */
export type FakeShop = {
  conversations: Map<string, FakeConversation>;
  agents: AgentPresence[];
  /** What the console signalled, newest last. */
  signals: ClientSignal[];
  isDown: boolean;
  /** Milliseconds before an answer. */
  delayMs: number;
  /** How many rows of the inbox come at once. */
  pageSize: number;
  /** Every message is told to wait. */
  isFull: boolean;
  attach(handlers: TransportHandlers): void;
  detach(handlers: TransportHandlers): void;
  take(message: CommandMessage): Result<unknown>;
  begin(shopper: ShopperProfile, id: string): void;
  /** Adds an event as the server would commit it, and tells whoever listens. `ago` is in seconds. */
  append(id: string, body: EventBody, by: By, ago?: number): WireEvent;
  signal(signal: ServerSignal): void;
  rowOf(id: string): InboxRow;
  says(id: string, text: string): void;
  /** Cuts every connection; the shop stays unreachable until `comeBack`. */
  drop(): void;
  comeBack(): void;
};

/** Makes the shop with its canned conversations. */
export function createFakeShop(): FakeShop {
  const listeners = new Set<TransportHandlers>();
  const tell = (say: (handlers: TransportHandlers) => void) => {
    for (const handlers of [...listeners]) say(handlers);
  };
  const shop: FakeShop = {
    conversations: new Map(),
    agents: [{ id: session.agent.id, name: session.agent.name, status: "online" }, ...colleagues],
    signals: [],
    isDown: false,
    delayMs: 0,
    pageSize: 50,
    isFull: false,
    attach: (handlers) => listeners.add(handlers),
    detach: (handlers) => listeners.delete(handlers),
    take: (message) => answer(shop, message),
    begin: (shopper, id) => {
      shop.conversations.set(id, { shopper, summary: emptySummary(id), events: [] });
    },
    append(id, body, by, ago = 0) {
      const conversation = shop.conversations.get(id);
      if (!conversation) throw new Error(`no conversation ${id}`);
      const seq = conversation.summary.seq + 1;
      const event = { ...body, conversationId: id, seq, at: Date.now() - ago * 1000, by } as WireEvent;
      conversation.events.push(event);
      conversation.summary = reduceSummary(conversation.summary, event);
      tell((handlers) => handlers.event(event));
      shop.signal({ type: "inbox.changed", data: { row: shop.rowOf(id) } });
      return event;
    },
    signal: (signal) => tell((handlers) => handlers.signal(signal)),
    rowOf(id) {
      const { shopper, summary } = shop.conversations.get(id)!;
      const { name, verified } = shopper;
      return { shopper: { id: shopper.id, verified, ...(name && { name }) }, conversation: summary };
    },
    says(id, text) {
      const data = { id: crypto.randomUUID(), content: { kind: "text" as const, text } };
      shop.append(id, { type: "message.sent", data }, { kind: "shopper" });
    },
    drop() {
      shop.isDown = true;
      tell((handlers) => handlers.lost());
    },
    comeBack: () => {
      shop.isDown = false;
    },
  };
  fill(shop);
  return shop;
}
