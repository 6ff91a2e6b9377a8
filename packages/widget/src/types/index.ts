/** The languages the widget speaks. */
export type WidgetLocale = "zh-CN" | "en";

/** What a consult is about: a product or an order, by the shop's own id. */
export type ConsultTarget = { productId?: string; orderId?: string };

/** How the widget looks and which shop it speaks for. */
export type WidgetOptions = {
  /** The shop's public key. */
  shop: string;
  /** Where the Yiwen server is: any URL on it, such as `https://chat.example.com`; the page's own when left out. */
  base?: string;
  /** The page's language when left out. */
  locale?: WidgetLocale;
  /** `auto` follows the system. */
  theme?: "auto" | "light" | "dark";
  /** The corner of the page the launcher sits in. */
  position?: "right" | "left";
  /** `#rrggbb`; the shop's own setting when left out. */
  accent?: string;
};

/** What can be listened for, and what a listener is given. */
export type WidgetEvents = {
  open: undefined;
  close: undefined;
  /** How many messages wait unread; also told when it falls to 0. */
  unread: number;
  /** A message from the shop's side arrived. */
  message: { from: "bot" | "agent"; name?: string; text?: string };
  /** The chat can't be loaded or was refused; `code` is one of the protocol's error codes, or `load_failed`. */
  error: { code: string };
};

/** One queued call, as `window.Yiwen.push` takes it. */
export type QueuedCall = [method: string, ...input: unknown[]];

/** The widget as pages use it. Everything may be called before the chat has loaded. */
export type YiwenWidget = {
  open(): void;
  close(): void;
  toggle(): void;
  /** Opens the chat about a product or an order. */
  consult(target: ConsultTarget): void;
  /** Tells who the shopper is by a JWT (HS256) signed with the shop's identity secret; `null` signs out. */
  identify(identity: { token: string } | null): void;
  /** Opens the chat and sends a text for the shopper. */
  send(text: string): void;
  /** Listens; the answer stops listening. */
  on<E extends keyof WidgetEvents>(event: E, listener: (data: WidgetEvents[E]) => void): () => void;
  setLocale(locale: WidgetLocale): void;
  /** Removes everything: elements, listeners, connection and, after the script tag, `window.Yiwen`. */
  destroy(): void;
};

/** What the script tag puts on `window`. */
export type YiwenGlobal = YiwenWidget & { push(...calls: QueuedCall[]): void };

/** Puts a widget on the page and answers its handle. */
export declare function createWidget(options: WidgetOptions): YiwenWidget;
