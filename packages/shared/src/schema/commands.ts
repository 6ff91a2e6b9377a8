import { type Static, type TSchema, Type } from "typebox";
import { limits } from "../limits.ts";
import { AgentContent, ExternalId, Id, ShopperContent } from "./content.ts";

/** As far as the store can count. */
const Seq = Type.Integer({ minimum: 0, maximum: 2_147_483_647 });
const object = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });

/** From where a consult was tapped. */
export const Page = object({
  url: Type.String({ maxLength: 2048 }),
  title: Type.Optional(Type.String({ maxLength: 200 })),
});

export const Consult = object({
  productId: Type.Optional(ExternalId),
  orderId: Type.Optional(ExternalId),
  page: Type.Optional(Page),
});

const Paging = {
  /** Answer the events after this number, oldest first. */
  since: Type.Optional(Seq),
  /** Answer the events before this number, the latest of them. */
  before: Type.Optional(Seq),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.pageSize })),
};

const CatalogRead = object({
  productIds: Type.Optional(Type.Array(ExternalId, { maxItems: limits.cardBatch })),
  orderIds: Type.Optional(Type.Array(ExternalId, { maxItems: limits.cardBatch })),
});

/**
 * Commands of shoppers: name → schema of the input.
 * `conversationId` stands beside the input in the envelope for all but `conversation.open` and `catalog.read`.
 */
export const shopperCommands = {
  /** First load, reconnect and consult in one: the open conversation, made where there is none. */
  "conversation.open": object({
    ...Paging,
    consult: Type.Optional(Consult),
    /** Start a new conversation when the latest is closed (otherwise the closed one is shown). */
    fresh: Type.Optional(Type.Boolean()),
    locale: Type.Optional(Type.Union([Type.Literal("zh-CN"), Type.Literal("en")])),
  }),
  "message.send": object({ content: ShopperContent }),
  "message.read": object({ seq: Seq }),
  "handoff.request": object({}),
  "handoff.cancel": object({}),
  "rating.give": object({
    score: Type.Integer({ minimum: 1, maximum: 5 }),
    comment: Type.Optional(Type.String({ maxLength: limits.commentLength })),
  }),
  "catalog.read": CatalogRead,
} as const;

export const InboxFilter = Type.Union([
  Type.Literal("queue"),
  Type.Literal("mine"),
  Type.Literal("all"),
  Type.Literal("closed"),
]);

export const PresenceStatus = Type.Union([Type.Literal("online"), Type.Literal("away"), Type.Literal("offline")]);

export const Resolution = Type.Union([Type.Literal("resolved"), Type.Literal("unresolved"), Type.Literal("spam")]);

/** Commands of agents: name → schema of the input; the envelope's `conversationId` names the conversation. */
export const agentCommands = {
  "inbox.open": object({
    filter: InboxFilter,
    /** The `cursor` of the page before this one. */
    cursor: Type.Optional(Type.String({ pattern: "^-?[0-9]{1,15}:[A-Za-z0-9._-]{1,64}$" })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.inboxPageSize })),
  }),
  /** Read a conversation and follow it until `conversation.leave` or the socket ends. */
  "conversation.open": object(Paging),
  "conversation.leave": object({}),
  "conversation.takeOver": object({}),
  "conversation.returnToBot": object({}),
  "conversation.transfer": object({ to: Id }),
  "conversation.close": object({ resolution: Resolution }),
  "message.send": object({ content: AgentContent }),
  "message.note": object({ text: Type.String({ minLength: 1, maxLength: limits.messageLength }) }),
  "message.read": object({ seq: Seq }),
  /** Say what a shopper's message was: the shop's bot understands such messages so from now on. */
  "message.correct": object({ messageId: Id, intent: Type.String({ minLength: 1, maxLength: 64 }) }),
  /** Ask the language model for replies that the agent could send. */
  "reply.suggest": object({}),
  "presence.set": object({ status: PresenceStatus }),
  "catalog.read": CatalogRead,
} as const;

/** The envelope of every command. `id` is made by the client and is the idempotency key. */
export const CommandEnvelope = Type.Object({
  id: Id,
  type: Type.String({ maxLength: 64 }),
  conversationId: Type.Optional(Id),
  input: Type.Optional(Type.Unknown()),
});

/** Signals a client may send. */
export const clientSignals = {
  typing: object({ on: Type.Boolean() }),
} as const;

export const SignalEnvelope = Type.Object({
  conversationId: Id,
  type: Type.String({ maxLength: 64 }),
  data: Type.Optional(Type.Unknown()),
});

export type ShopperCommandType = keyof typeof shopperCommands;
export type AgentCommandType = keyof typeof agentCommands;
export type ShopperInput<T extends ShopperCommandType> = Static<(typeof shopperCommands)[T]>;
export type AgentInput<T extends AgentCommandType> = Static<(typeof agentCommands)[T]>;
export type ConsultInput = Static<typeof Consult>;
export type PageRef = Static<typeof Page>;
export type InboxFilter = Static<typeof InboxFilter>;
export type PresenceStatus = Static<typeof PresenceStatus>;
export type Resolution = Static<typeof Resolution>;
