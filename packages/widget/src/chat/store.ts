import {
  type Choice,
  type ClientStorage,
  type ConsultInput,
  createShopperClient,
  createStore,
  type ErrorCode,
  limits,
  type PublicShop,
  type Result,
  type ShopperClient,
  type ShopperState,
  type Store,
  type Transport,
} from "@yiwen/shared";
import type { ChosenPicture } from "@yiwen/shared/browser";
import type { ChatHost } from "../host/contract.ts";
import { remember } from "../host/memory.ts";
import type { Language } from "../i18n/context.ts";
import { currentPage, onAwake } from "../platform/page.ts";
import { createSession, subjectOf } from "../platform/session.ts";
import { shareToken } from "../platform/share-token.ts";
import { createStorage } from "../platform/storage.ts";
import type { ConsultTarget } from "../types/index.ts";
import { createPictureDesk, type PictureDesk } from "./picture-desk.ts";

/** Everything the screens show. A new object at every change. */
export type ChatState = {
  isOpen: boolean;
  /** Another number is another person at this browser: nothing that the one before was writing is theirs. */
  person: number;
  language: Language;
  shop?: PublicShop;
  shopper: ShopperState;
  /** Chosen here and no messages yet. */
  pictures: ChosenPicture[];
  /** What the last action was refused for; shown until the next one. */
  refusal?: ErrorCode;
};

/** The chat without its looks: the headless client, and what the screens may ask of it. */
export type ChatStore = PictureDesk &
  Pick<Store<ChatState>, "state" | "subscribe"> & {
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
  store: Store<ChatState>;
  client: ShopperClient;
  /** A token for the shopper; with a refused one, another. */
  token(refused?: string): Promise<{ token: string }>;
  desk: ReturnType<typeof createPictureDesk>;
  isStarted: boolean;
  identity?: string;
  /** The last event that the page's listeners were told of, and its conversation. */
  toldSeq: number;
  toldOf?: string;
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
    store: createStore<ChatState>({ isOpen: false, person: 0, language, shopper: nothing, pictures: [] }),
    identity: host.identity,
    isStarted: false,
    toldSeq: 0,
    toldUnread: 0,
  };
  self.desk = createDesk(self as Self);
  connect(self as Self);
  return chatStore(self as Self);
}

function chatStore(self: Self): ChatStore {
  const { store } = self;
  const settle = (asked: Promise<Result<unknown>>) =>
    asked.then((result) => store.set({ refusal: result.ok ? undefined : result.error.code }));
  const stopAwake = onAwake(() => {
    self.client.reconnectNow();
    read(self);
  });
  const start = () => {
    if (!self.isStarted) void open(self);
  };
  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    setOpen: (isOpen) => store.set({ isOpen }),
    setLanguage: (language) => store.set({ language }),
    start,
    consult: (target) => open(self, { consult: consultOf(target) }),
    identify(identity) {
      const before = self.identity;
      if (identity === before) return;
      const isSame = subjectOf(identity) === subjectOf(before);
      self.identity = identity;
      // Pages say it again and again, each time with a newer word: it is for the next sign-in, unless this one failed.
      if (isSame && store.state.shopper.connection !== "refused") return;
      // Who was nobody in particular until now is still there, and what was written is theirs.
      if (isSame || !before) return self.client.renew();
      for (const { key } of store.state.pictures) self.desk.pictures?.discard(key);
      self.client.close();
      connect(self);
      if (self.isStarted) void open(self);
    },
    send(text) {
      start();
      const words = text.trim();
      if (!words || words.length > limits.messageLength) return;
      store.set({ refusal: undefined });
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
    },
  };
}

function createDesk(self: Self) {
  const { host, store } = self;
  const { root, shop, base } = host;
  return createPictureDesk({
    root,
    shop,
    base,
    words: () => store.state.language.strings.picture,
    token: (refused) => self.token(refused),
    changed: (pictures) => store.set({ pictures }),
    sent: (uploadId) => self.client.send({ kind: "image", uploadId }),
    failed: () => store.set({ refusal: "unavailable" }),
  });
}

/** Pages are not held to types: an id may be a number, or empty where a template had none. */
function consultOf(target: ConsultTarget): ConsultInput | undefined {
  const ids = Object.entries({ ...target }).map(([name, id]) => [name, `${id ?? ""}`]);
  const named = Object.fromEntries(ids.filter(([, id]) => id)) as ConsultTarget;
  return named.productId || named.orderId ? { ...named, page: currentPage() } : undefined;
}

/** Makes the client, for nobody in particular or for whom the shop vouches. */
function connect(self: Self): void {
  const { host, store } = self;
  const { base, shop } = host;
  const session = createSession(self.storage, {
    base,
    shop,
    identity: () => self.identity,
    locale: () => store.state.language.locale,
    onShop: (shop) => store.set({ shop }),
  });
  // A picture goes with the token that the socket has: asking anew would sign in anew.
  const { renew: token, current } = shareToken(session);
  self.token = current;
  const client = createShopperClient({ transport: self.transport(base), storage: self.storage, token });
  self.client = client;
  store.set({ shopper: client.state, person: store.state.person + 1 });
  client.subscribe((shopper) => {
    if (self.client !== client) return;
    const { refusedBecause } = store.state.shopper;
    store.set({ shopper });
    tell(self);
    const code = shopper.refusedBecause;
    if (code && code !== refusedBecause) host.emit("error", { code });
  });
}

async function open(self: Self, options: { consult?: ConsultInput; fresh?: boolean } = {}): Promise<void> {
  const isFirst = !self.isStarted;
  self.isStarted = true;
  const { client, store } = self;
  store.set({ refusal: undefined });
  const result = await client.open({ locale: store.state.language.locale, ...options });
  if (client !== self.client) return;
  if (!result.ok && !isFirst) store.set({ refusal: result.error.code });
}

/** Tells the page what arrived: the unread count, and each message of the shop's side once. */
function tell(self: Self): void {
  const { isOpen, shopper } = self.store.state;
  if (!shopper.thread) return;
  const { events, summary, seq } = shopper.thread.view;
  // What was said before a conversation was shown is no news.
  if (self.toldOf !== summary.id) self.toldSeq = seq;
  self.toldOf = summary.id;
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
  const unread = isOpen ? 0 : summary.unread.shopper;
  self.host.show({ unread });
  remember(self.host.shop, { unread: isLive ? unread : undefined });
  if (unread !== self.toldUnread) self.host.emit("unread", unread);
  self.toldUnread = unread;
}

function read(self: Self): void {
  const { isOpen, shopper } = self.store.state;
  if (shopper.thread?.view.summary.unread.shopper && isOpen && !document.hidden) self.client.read();
}
