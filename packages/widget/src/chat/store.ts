import {
  type Choice,
  type ClientStorage,
  type ConsultInput,
  createShopperClient,
  type ErrorCode,
  limits,
  type PublicShop,
  type Result,
  type ShopperClient,
  type ShopperState,
  type Transport,
} from "@yiwen/shared";
import type { ChosenPicture } from "@yiwen/shared/browser";
import type { ChatHost } from "../host/contract.ts";
import { remember } from "../host/memory.ts";
import type { Language } from "../i18n/context.ts";
import { currentPage, onAwake } from "../platform/page.ts";
import { createSession } from "../platform/session.ts";
import { shareToken } from "../platform/share-token.ts";
import { createStorage } from "../platform/storage.ts";
import type { ConsultTarget } from "../types/index.ts";
import { createPictureDesk, type PictureDesk } from "./picture-desk.ts";

/** Everything the screens show. A new object at every change. */
export type ChatState = {
  isOpen: boolean;
  language: Language;
  shop?: PublicShop;
  shopper: ShopperState;
  /** Chosen here and no messages yet. */
  pictures: ChosenPicture[];
  /** What the last action was refused for; shown until the next one. */
  refusal?: ErrorCode;
};

/** The chat without its looks: the headless client, and what the screens may ask of it. */
export type ChatStore = PictureDesk & {
  readonly state: ChatState;
  subscribe(listener: (state: ChatState) => void): () => void;
  setOpen(isOpen: boolean): void;
  setLanguage(language: Language): void;
  /** Connects and opens the conversation, if that has not been done. */
  start(): void;
  consult(target: ConsultTarget): void;
  identify(token: string | undefined): void;
  send(text: string): void;
  /** Sends what the composer holds: its pictures, and its text where there is one. */
  submit(text: string): void;
  choose(choice: Choice): void;
  retry(id: string): void;
  discard(id: string): void;
  typing(on: boolean): void;
  /** Says that all that is shown was read, if somebody can have read it. */
  read(): void;
  requestHandoff(): void;
  cancelHandoff(): void;
  rate(score: number, comment?: string): void;
  loadOlder(): Promise<unknown>;
  /** Starts a new conversation after a closed one, or tries again after a refusal. */
  reopen(fresh: boolean): void;
  destroy(): void;
};

type Self = {
  host: ChatHost;
  storage: ClientStorage;
  transport: (base: string) => Transport;
  state: ChatState;
  listeners: Set<(state: ChatState) => void>;
  client: ShopperClient;
  /** A token for the shopper; with a refused one, another. */
  token(refused?: string): Promise<{ token: string }>;
  desk: ReturnType<typeof createPictureDesk>;
  isStarted: boolean;
  identity?: string;
  /** The last event that the page's listeners were told of. */
  toldSeq: number;
  toldUnread: number;
};

/** What is put in once the rest is there. */
type Later = "client" | "token" | "desk";

const nothing: ShopperState = { connection: "idle", pending: [], cards: { products: {}, orders: {} } };

/** Makes the store; `transport` is passed in so that the screens can be driven without a server. */
export function createChatStore(host: ChatHost, language: Language, transport: (base: string) => Transport): ChatStore {
  const self: Omit<Self, Later> & Partial<Pick<Self, Later>> = {
    host,
    storage: createStorage(),
    transport,
    state: { isOpen: false, language, shopper: nothing, pictures: [] },
    listeners: new Set(),
    isStarted: false,
    toldSeq: Number.POSITIVE_INFINITY,
    toldUnread: 0,
  };
  self.desk = createDesk(self as Self);
  connect(self as Self, host.identity);
  return chatStore(self as Self);
}

function chatStore(self: Self): ChatStore {
  const settle = (asked: Promise<Result<unknown>>) =>
    asked.then((result) => set(self, { refusal: result.ok ? undefined : result.error.code }));
  const stopAwake = onAwake(() => {
    self.client.reconnectNow();
    read(self);
  });
  const start = () => {
    if (!self.isStarted) void open(self);
  };
  return {
    get state() {
      return self.state;
    },
    subscribe(listener) {
      self.listeners.add(listener);
      return () => self.listeners.delete(listener);
    },
    setOpen: (isOpen) => set(self, { isOpen }),
    setLanguage: (language) => set(self, { language }),
    start,
    consult: (target) => open(self, { consult: { ...target, page: currentPage() } }),
    identify(identity) {
      // Pages may say it again and again.
      if (identity === self.identity) return;
      self.client.close();
      connect(self, identity);
      if (self.isStarted) void open(self);
    },
    send(text) {
      start();
      const words = text.trim();
      if (!words || words.length > limits.messageLength) return;
      set(self, { refusal: undefined });
      self.client.send(words);
    },
    stage: self.desk.stage,
    pictureSources: self.desk.pictureSources,
    showPicture: self.desk.showPicture,
    submit(text) {
      start();
      self.desk.pictures?.sendStaged();
      this.send(text);
    },
    choose({ action }) {
      if (action.do === "say") this.send(action.text);
      else if (action.do === "requestHandoff") this.requestHandoff();
      else if (action.do === "cancelHandoff") this.cancelHandoff();
      else this.consult({ productId: action.productId });
    },
    retry: (id) => self.desk.pictures?.retry(id) || self.client.retry(id),
    discard: (id) => self.desk.pictures?.discard(id) || self.client.discard(id),
    typing: (on) => self.client.typing(on),
    read: () => read(self),
    requestHandoff: () => settle(self.client.requestHandoff()),
    cancelHandoff: () => settle(self.client.cancelHandoff()),
    rate: (score, comment) => settle(self.client.rate(score, comment)),
    loadOlder: () => settle(self.client.loadOlder()),
    reopen: (fresh) => open(self, { fresh }),
    destroy() {
      stopAwake();
      self.client.close();
      self.listeners.clear();
    },
  };
}

function createDesk(self: Self) {
  const { root, shop, base } = self.host;
  return createPictureDesk({
    root,
    shop,
    base,
    words: () => self.state.language.strings.picture,
    token: (refused) => self.token(refused),
    changed: (pictures) => set(self, { pictures }),
    sent: (uploadId) => self.client.send({ kind: "image", uploadId }),
    failed: () => set(self, { refusal: "unavailable" }),
  });
}

/** Makes the client, for nobody in particular or for whom the shop vouches. */
function connect(self: Self, identity?: string): void {
  self.identity = identity;
  const { base, shop } = self.host;
  const session = createSession(self.storage, {
    base,
    shop,
    identity,
    locale: () => self.state.language.locale,
    onShop: (shop) => set(self, { shop }),
  });
  // A picture goes with the token that the socket has: asking anew would sign in anew.
  const { renew: token, current } = shareToken(session);
  self.token = current;
  const client = createShopperClient({ transport: self.transport(base), storage: self.storage, token });
  self.client = client;
  self.toldSeq = Number.POSITIVE_INFINITY;
  set(self, { shopper: client.state });
  client.subscribe((shopper) => {
    if (self.client !== client) return;
    const { refusedBecause } = self.state.shopper;
    set(self, { shopper });
    tell(self);
    const code = shopper.refusedBecause;
    if (code && code !== refusedBecause) self.host.emit("error", { code });
  });
}

async function open(self: Self, options: { consult?: ConsultInput; fresh?: boolean } = {}): Promise<void> {
  const isFirst = !self.isStarted;
  self.isStarted = true;
  set(self, { refusal: undefined });
  const { client } = self;
  const result = await client.open({ locale: self.state.language.locale, ...options });
  if (client !== self.client) return;
  if (!result.ok && !isFirst) set(self, { refusal: result.error.code });
}

/** Tells the page what arrived: the unread count, and each message of the shop's side once. */
function tell(self: Self): void {
  const { thread } = self.state.shopper;
  if (!thread) return;
  const { events, summary, seq } = thread.view;
  for (const event of events) {
    if (event.type !== "message.sent" || event.seq <= self.toldSeq || event.by.kind === "shopper") continue;
    const { content } = event.data;
    const from = event.by.kind === "agent" ? "agent" : "bot";
    const text = "text" in content ? content.text : undefined;
    self.host.emit("message", { from, name: event.by.name, text });
  }
  self.toldSeq = seq;
  // Only a conversation that goes on is worth connecting for on the next page.
  const isLive = summary.floor !== "closed" && summary.asked > 0;
  const unread = self.state.isOpen ? 0 : summary.unread.shopper;
  self.host.show({ unread });
  remember(self.host.shop, { unread: isLive ? unread : undefined });
  if (unread !== self.toldUnread) self.host.emit("unread", unread);
  self.toldUnread = unread;
}

function read(self: Self): void {
  const unread = self.state.shopper.thread?.view.summary.unread.shopper;
  if (unread && self.state.isOpen && !document.hidden) self.client.read();
}

function set(self: Self, change: Partial<ChatState>): void {
  self.state = { ...self.state, ...change };
  for (const listener of [...self.listeners]) listener(self.state);
}
