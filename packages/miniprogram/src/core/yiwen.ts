import {
  createSocketTransport,
  type Locale,
  type PublicShop,
  type Result,
  type ShopperClient,
  uploadPath,
} from "@yiwen/shared";
import { createApi } from "./api.ts";
import { askToNotify, type NotifyAnswer } from "./ask-to-notify.ts";
import { type BehaviourCalls, createBehaviour } from "./behaviour.ts";
import { type BehaviourQueue, createBehaviourQueue } from "./behaviour-queue.ts";
import { createStandingClient } from "./client.ts";
import { createIdentity } from "./identity.ts";
import { getYiwen, setYiwen } from "./instance.ts";
import { createKnownShop } from "./known-shop.ts";
import { followApp, type Lifecycle } from "./lifecycle.ts";
import { createPrivacy, type Privacy } from "./privacy.ts";
import { createSession } from "./session.ts";
import { createOpenSocket } from "./socket.ts";
import { createStorage } from "./storage.ts";
import { createUnread, type Unread } from "./unread.ts";
import { type Uploaded, uploadImage } from "./upload.ts";
import type { Wx } from "./wx.ts";

declare const wx: Wx | undefined;

export type YiwenOptions = {
  /** The server's address, `https://…`; on the mini-program's lists of request, socket, upload and download domains. */
  server: string;
  /** The shop's public key. */
  shop: string;
  locale?: Locale;
  /** The shop's JWT for the shopper, if they are signed in to the shop. */
  identity?: string | undefined;
  /** WeChat's functions; the global `wx` where there is none. */
  wx?: Wx;
};

/** Everything of the chat but its looks; one in an app. */
export type Yiwen = {
  readonly server: string;
  readonly shopKey: string;
  readonly locale: Locale;
  /** The headless client; the same object when the shopper changes. */
  readonly client: ShopperClient;
  /** Another number is another person at this phone: nothing that the one before was writing is theirs. */
  readonly person: number;
  /** The `identity` of the options it was last asked for with. */
  toldIdentity: string | undefined;
  readonly unread: Unread;
  readonly behaviour: BehaviourCalls;
  readonly privacy: Privacy;
  /** What everyone may know of the shop; once signed in. */
  readonly shop: PublicShop | undefined;
  /** Told of the shop when it is known, now or later; answers how to stop. */
  onShop(listener: (shop: PublicShop) => void): () => void;
  /** Sends a picture of the phone's up; then `client.send({ kind: "image", uploadId })`. */
  upload(filePath: string): Promise<Result<Uploaded>>;
  imageUrl(uploadId: string): string;
  /** Asks whether WeChat may tell of an agent's reply; call it in a tap. */
  askToNotify(): Promise<NotifyAnswer>;
  setIdentity(identity: string | undefined): void;
  setLocale(locale: Locale): void;
  /** The app came to the foreground: reconnects and catches up. Called by itself on `wx.onAppShow`. */
  show(): void;
  /** The app went to the background: ends the socket. Called by itself on `wx.onAppHide`. */
  hide(): void;
  /** Ends everything; what is unsent stays in storage. */
  close(): void;
};

/**
 * Makes the app's instance; asked for again, for the same shop, it answers the one that is there.
 * Throws `TypeError` where the server's address is not absolute.
 */
export function createYiwen(options: YiwenOptions): Yiwen {
  const server = options.server.replace(/\/+$/, "");
  if (!/^https?:\/\/[^/]/.test(server)) throw new TypeError(`server must be an https address, not "${options.server}"`);
  const before = getYiwen();
  if (before && before.server === server && before.shopKey === options.shop) {
    if (options.locale) before.setLocale(options.locale);
    // Hosts say the same options at every page, also long after the shopper has signed out: only news count.
    if ("identity" in options && options.identity !== before.toldIdentity) {
      before.toldIdentity = options.identity;
      before.setIdentity(options.identity);
    }
    return before;
  }
  before?.close();
  const yiwen = assemble({ ...options, server }, options.wx ?? (wx as Wx));
  setYiwen(yiwen);
  return yiwen;
}

function assemble(options: YiwenOptions, wx: Wx): Yiwen {
  const { server, shop: shopKey } = options;
  let { locale = "zh-CN" } = options;
  const identity = createIdentity(options.identity);
  const known = createKnownShop();
  const storage = createStorage(wx);
  const api = createApi(wx, server);
  const session = createSession(wx, api, storage, {
    shop: shopKey,
    locale: () => locale,
    identity: () => identity.jwt,
    onShop: known.set,
  });
  const transport = createSocketTransport(createOpenSocket(wx, server));
  const { client, replace } = createStandingClient(
    () => ({ transport, storage, token: session.token }),
    () => locale,
  );
  const { unread, take, isExpected } = createUnread(storage, shopKey);
  const queue = createBehaviourQueue(wx, `yiwen:${shopKey}:behaviours`, (events) =>
    session.authorized((token) => api.post("/v1/behaviours", { events }, token)),
  );
  const app = follow(wx, client, queue);
  client.subscribe(take);
  if (isExpected) void client.open();
  const parts = { wx, api, session };
  return {
    server,
    shopKey,
    client,
    toldIdentity: options.identity,
    unread,
    behaviour: createBehaviour(queue),
    privacy: createPrivacy(wx),
    get person() {
      return identity.person;
    },
    get locale() {
      return locale;
    },
    get shop() {
      return known.shop;
    },
    onShop: known.subscribe,
    upload: (filePath) => uploadImage(parts, filePath),
    imageUrl: (uploadId) => server + uploadPath(shopKey, uploadId),
    askToNotify: () => askToNotify(parts, known.shop),
    setIdentity(now) {
      const change = identity.set(now);
      const isFailed = client.state.connection === "refused";
      if (change === "person") replace();
      // A newer word for the same person is for the next sign-in, unless this one failed.
      else if (change === "name" || (change === "word" && isFailed)) client.renew();
    },
    setLocale(now) {
      locale = now;
    },
    show: app.show,
    hide: app.hide,
    close() {
      app.stop();
      queue.close();
      client.close();
      if (getYiwen()?.client === client) setYiwen(undefined);
    },
  };
}

function follow(wx: Wx, client: ShopperClient, queue: BehaviourQueue): Lifecycle {
  return followApp(wx, {
    shown: client.reconnectNow,
    hidden() {
      queue.flush();
      client.pause();
    },
    // A socket stays on the network it was made on, and says nothing of its end.
    networkChanged() {
      client.pause();
      client.reconnectNow();
    },
  });
}
