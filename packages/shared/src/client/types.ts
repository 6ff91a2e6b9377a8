import type { Cards } from "../cards.ts";
import type { ErrorBody, ErrorCode } from "../errors.ts";
import type { By, WireEvent } from "../events.ts";
import type { AgentReplies, CommandMessage, ConsultError, ShopperProfile } from "../protocol.ts";
import type { Result } from "../result.ts";
import type { AgentCommandType, AgentInput, ConsultInput, InboxFilter } from "../schema/commands.ts";
import type { AgentContent, ShopperContent } from "../schema/content.ts";
import type { AgentPresence, ClientSignal, ServerSignal, ServerSignals } from "../signals.ts";
import type { ConversationView } from "../view/conversation.ts";
import type { InboxRow } from "../view/inbox.ts";

/** The four functions a socket must offer. The client owns reconnecting; a transport makes one connection at a time. */
export type Transport = {
  /** Connects with a token; called again after every loss, and after `close`. Handlers are called until `close`. */
  connect(token: string, handlers: TransportHandlers): void;
  /** Sends a command; the promise settles with the ack, or rejects when the connection is lost before it. */
  send(message: CommandMessage): Promise<Result<unknown>>;
  /** Sends a signal; dropped when not connected. */
  signal(signal: ClientSignal): void;
  close(): void;
};

export type TransportHandlers = {
  opened(): void;
  /** The connection ended or could not be made; `code` where the server refused it. */
  lost(code?: ErrorCode): void;
  event(event: WireEvent): void;
  signal(signal: ServerSignal): void;
};

/** Where unsent commands live across reloads. Synchronous or not, one key per command. */
export type ClientStorage = {
  keys(prefix: string): string[] | Promise<string[]>;
  get(key: string): string | null | Promise<string | null>;
  set(key: string, value: string): void | Promise<void>;
  remove(key: string): void | Promise<void>;
};

/** The world the client needs; all of it can be faked. */
export type ClientWorld = {
  transport: Transport;
  storage: ClientStorage;
  /**
   * A valid token, and the key under which this person's unsent messages are kept.
   * Called at the start and whenever the server refuses a token: then with that token, which must not be answered again.
   * Rejects with something that has a `code` (an `ErrorCode`) where the refusal is for good.
   */
  token(refused?: string): Promise<{ token: string; scope: string }>;
  /** Epoch milliseconds. */
  now?(): number;
  /** 0 ≤ x < 1, for backoff jitter and ids. */
  random?(): number;
  /** Calls back after `ms`; answers how to cancel. */
  after?(ms: number, run: () => void): () => void;
};

/** `connecting` turns into `offline` when an attempt fails, and that into `online`: it does not flicker between attempts. */
export type ConnectionState = "idle" | "connecting" | "online" | "offline" | "refused";

/** A message that is not an event yet. `failed` stays until it is retried or discarded. */
export type PendingMessage = {
  id: string;
  conversationId: string;
  content: AgentContent;
  /** True for an internal note. */
  note?: boolean;
  at: number;
  status: "sending" | "failed";
  /** Why it failed; with `sending`, why it waits before it is sent again by itself. */
  error?: ErrorBody;
};

/** What is going on now in one conversation; forgotten on reload. */
export type Live = {
  /** `text` is the bot's reply as far as it is written. */
  typing?: { by: By; text?: string | undefined };
  queue?: ServerSignals["queue.place"];
  viewers: { id: string; name: string }[];
};

/** Everything a chat screen shows. A new object at every change. */
export type ThreadState = {
  view: ConversationView;
  pending: PendingMessage[];
  live: Live;
};

export type ShopperState = {
  connection: ConnectionState;
  /** Why the connection was refused for good. */
  refusedBecause?: ErrorCode;
  /** Absent until the first `open` has answered. */
  thread?: ThreadState;
  /** What is unsent: the thread's `pending`, and there before a thread is; shown under it. */
  pending: PendingMessage[];
  cards: Cards;
  /** The last consult could not be attached. */
  consultError?: ConsultError;
};

/** The headless client of a shopper: one conversation. */
export type ShopperClient = {
  readonly state: ShopperState;
  subscribe(listener: (state: ShopperState) => void): () => void;
  /** Connects, and opens the conversation (attaching the consult); again: attaches another consult, or starts fresh. */
  open(options?: {
    consult?: ConsultInput;
    fresh?: boolean;
    locale?: "zh-CN" | "en";
  }): Promise<Result<ConversationView>>;
  /**
   * Puts a text, or a picture that was sent up, in the outbox and answers its id at once.
   * Throws `RangeError` on an empty or over-long text.
   */
  send(content: string | ShopperContent): string;
  /** Sends a failed message again, as a new command with a new id, into the conversation shown now. */
  retry(id: string): void;
  discard(id: string): void;
  /** Says that everything shown so far was read. */
  read(): void;
  typing(on: boolean): void;
  requestHandoff(): Promise<Result<unknown>>;
  cancelHandoff(): Promise<Result<unknown>>;
  rate(score: number, comment?: string): Promise<Result<unknown>>;
  loadOlder(): Promise<Result<ConversationView>>;
  /** Tries now instead of at the next planned attempt: for `online` and visibility events. */
  reconnectNow(): void;
  /** Ends the socket until `reconnectNow`, for apps in the background; whatever waits for an answer goes on waiting. */
  pause(): void;
  /** Connects anew with another token, when the same person is known by another name; what is under way goes on. */
  renew(): void;
  /** Ends the connection; what is unsent stays in storage. */
  close(): void;
};

/** Ids of cards; of each kind one batch is read. */
export type CardNames = { productIds: string[]; orderIds: string[] };

export type AgentState = {
  connection: ConnectionState;
  refusedBecause?: ErrorCode;
  inbox: {
    filter: InboxFilter;
    rows: InboxRow[];
    cursor?: string;
    counts: { queue: number; mine: number };
    loading: boolean;
  };
  agents: AgentPresence[];
  /** Conversations being followed, by id. */
  threads: Record<string, ThreadState & { shopper: ShopperProfile }>;
  /** What was refused for good, in conversations that are not followed too, until it is retried or discarded. */
  failed: PendingMessage[];
  cards: Cards;
};

/** The headless client of an agent: an inbox and any number of conversations. */
export type AgentClient = {
  readonly state: AgentState;
  subscribe(listener: (state: AgentState) => void): () => void;
  /** Called for every inbox row that changed, for sounds and badges. */
  onRow(listener: (row: InboxRow, before: InboxRow | undefined) => void): () => void;
  /** Connects and opens the inbox; stays subscribed across reconnects. */
  start(agentId: string, filter?: InboxFilter): Promise<Result<unknown>>;
  show(filter: InboxFilter): Promise<Result<unknown>>;
  more(): Promise<Result<unknown>>;
  follow(conversationId: string): Promise<Result<ConversationView>>;
  leave(conversationId: string): void;
  loadOlder(conversationId: string): Promise<Result<ConversationView>>;
  /** Puts a message in the outbox and answers its id at once. */
  send(conversationId: string, content: string | AgentContent): string;
  note(conversationId: string, text: string): string;
  retry(id: string): void;
  discard(id: string): void;
  read(conversationId: string): void;
  typing(conversationId: string, on: boolean): void;
  /**
   * Reads cards as they stand now into the state; what was there stays where that fails.
   * Orders are answered as the conversation's shopper may see them, and without a conversation not at all.
   */
  readCards(names: CardNames, conversationId?: string): Promise<Result<Cards>>;
  /** Any other command, sent at once, refused when offline with `unavailable`. */
  command<T extends AgentCommandType>(
    type: T,
    input: AgentInput<T>,
    conversationId?: string,
  ): Promise<Result<AgentReplies[T]>>;
  /** Tries now instead of at the next planned attempt: for `online` and visibility events. */
  reconnectNow(): void;
  close(): void;
};
