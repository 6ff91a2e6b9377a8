import type { Cards } from "./cards.ts";
import type { Channel, Locale, Source, WireEvent } from "./events.ts";
import type { Result } from "./result.ts";
import type { Behaviour } from "./schema/behaviour.ts";
import type { AgentCommandType, ShopperCommandType } from "./schema/commands.ts";
import type { AgentPresence, ClientSignal, ServerSignal, ServerSignals } from "./signals.ts";
import type { InboxRow, ShopperRef } from "./view/inbox.ts";
import type { Summary } from "./view/summary.ts";

/** The two socket.io namespaces. */
export const namespaces = { shopper: "/shopper", agent: "/agent" } as const;

/** Who the shopper is, beyond what a row shows; for the agent's side panel. */
export type ShopperProfile = ShopperRef & {
  /** The id in the shop's own systems, where the shop vouched for it. */
  externalId?: string;
  firstSeenAt: number;
  /** Conversations of this shopper, this one included. */
  conversations: number;
  /** The latest orders' ids; their cards come by `catalog.read`. */
  orderIds: string[];
  /** What they did in the shop, the latest first; cards of its products are in the page's `cards`. */
  behaviours: Behaviour[];
};

/** What `POST /v1/behaviours` answers: how many events are stored, and which never will be. */
export type BehavioursReply = { stored: number; rejected: { index: number; path: string; reason: string }[] };

/** Why a consult was not attached. */
export type ConsultError = "product_not_found" | "order_not_found" | "unavailable";

/** One page of a conversation. */
export type OpenReply = {
  conversation: Summary;
  events: WireEvent[];
  /** There are events before the first of this page. */
  hasOlder: boolean;
  /** There are events after the last of this page: ask again with `since`. */
  hasNewer: boolean;
  /** The cards that this page's events name, as they stand now. */
  cards: Cards;
  /** Place in the queue while it waits. */
  queue?: ServerSignals["queue.place"];
  /** Why the consult asked for could not be attached; the plain chat is open all the same. */
  consultError?: ConsultError;
};

export type InboxReply = {
  rows: InboxRow[];
  /** Where the next page starts, where there is one. */
  cursor?: string;
  counts: { queue: number; mine: number };
  agents: AgentPresence[];
};

/** Where an event command landed: the audience's number of its last event. */
export type Committed = { conversationId: string; seq: number };

/** A reply that an agent could send; every number, date and state in it is in what the shop knows. */
export type Suggestion = { text: string; sources: Source[] };

export type ShopperReplies = {
  [T in ShopperCommandType]: T extends "conversation.open" ? OpenReply : T extends "catalog.read" ? Cards : Committed;
};

export type AgentReplies = {
  [T in AgentCommandType]: T extends "conversation.open"
    ? OpenReply & { shopper: ShopperProfile; viewers: ServerSignals["viewers"]["agents"] }
    : T extends "inbox.open"
      ? InboxReply
      : T extends "catalog.read"
        ? Cards
        : T extends "reply.suggest"
          ? { suggestions: Suggestion[] }
          : T extends "presence.set" | "conversation.leave"
            ? Record<string, never>
            : Committed;
};

/** A command as it goes over the wire. */
export type CommandMessage = { id: string; type: string; conversationId?: string; input: unknown };

/** Typed maps for socket.io on both ends. */
export type ClientToServer = {
  command: (message: CommandMessage, ack: (result: Result<unknown>) => void) => void;
  signal: (signal: ClientSignal) => void;
};
export type ServerToClient = {
  event: (event: WireEvent) => void;
  signal: (signal: ServerSignal) => void;
};

/** What `POST /v1/sessions` answers. */
export type ShopperSession = {
  token: string;
  /** Epoch milliseconds. */
  expiresAt: number;
  shopperId: string;
  /** Keeps an anonymous shopper the same person on the next visit; send it back as `resume`. */
  resume: string;
  shop: PublicShop;
};

/** What `POST /v1/sessions` takes. */
export type ShopperSessionRequest = {
  /** The shop's public key. */
  shop: string;
  channel: Channel;
  locale?: Locale;
  /** From an earlier session of the same browser. */
  resume?: string;
  /** A JWT (HS256) signed with the shop's identity secret: `sub`, `name?`, `exp`. */
  identity?: string;
  /** From `wx.login`, on channel `weapp`; good once. There this or `identity` is needed. */
  code?: string;
};

/** What `POST /v1/uploads` answers. The size is in pixels and in bytes, as the picture is kept. */
export type UploadReply = { uploadId: string; width: number; height: number; mime: string; size: number };

/** Where a picture is read: a path on the server, for whoever knows its id. */
export function uploadPath(shopPublicKey: string, uploadId: string): string {
  return `/v1/uploads/${encodeURIComponent(shopPublicKey)}/${encodeURIComponent(uploadId)}`;
}

/** What everyone may know of a shop. */
export type PublicShop = {
  name: string;
  /** Accent colour as `#rrggbb`. */
  accent: string;
  /** The corner radius in CSS pixels. */
  radius: number;
  locale: Locale;
  /** What the mini-program needs to know, on channel `weapp`. */
  weapp?: {
    /** What to ask the shopper's leave for, in a tap, so that a reply can reach them. */
    replyTemplateId?: string;
    /** Offer WeChat's own customer service while the server can't be reached. */
    contactFallback: boolean;
  };
};

/** What `POST /v1/agents/sessions` and `GET /v1/agents/me` answer. The token is also set as an HttpOnly cookie. */
export type AgentSession = {
  token: string;
  expiresAt: number;
  agent: { id: string; name: string; email: string; role: "agent" | "supervisor" };
  /** The public key is where the shop's pictures are read; `suggests`: a language model proposes replies. */
  shop: PublicShop & { id: string; publicKey: string; suggests: boolean };
};
