import type { Logger } from "pino";
import type { Embeddings } from "./embedding/embeddings.ts";
import type { Recall } from "./embedding/recall.ts";
import type { Models } from "./model/models.ts";
import type { Behaviours } from "./ports/behaviours.ts";
import type { Clock } from "./ports/clock.ts";
import type { Corrections } from "./ports/corrections.ts";
import type { Directory } from "./ports/directory.ts";
import type { Documents } from "./ports/documents.ts";
import type { Files } from "./ports/files.ts";
import type { Ids } from "./ports/ids.ts";
import type { Load } from "./ports/load.ts";
import type { ModelStore } from "./ports/model-store.ts";
import type { Nodes } from "./ports/nodes.ts";
import type { Orders } from "./ports/orders.ts";
import type { ShopData } from "./ports/shop-data.ts";
import type { Store } from "./ports/store.ts";
import type { Subscriptions } from "./ports/subscriptions.ts";
import type { Uploads } from "./ports/uploads.ts";
import type { Vectors } from "./ports/vectors.ts";
import type { Wechat } from "./ports/wechat.ts";

/** Rates of token buckets: `burst` at once, then `perSecond`. */
export type Rate = { burst: number; perSecond: number };

export type Limits = {
  /** Commands of one token. */
  commands: Rate;
  /** Messages into one conversation. */
  messages: Rate;
  /** Sign-in attempts per address and per email, a minute. */
  loginsPerMinute: number;
  /** Pictures that one person may send up, a minute. */
  uploadsPerMinute: number;
  /** HTTP requests per address, a minute. */
  requestsPerMinute: number;
  /** Commands of one shop, so that none takes the whole node. */
  shop: Rate;
  /** Sockets opened from one address. */
  connects: Rate;
  /** Sockets at once: from one address, and in all. */
  socketsPerAddress: number;
  sockets: number;
  /** Commands under way at once, and milliseconds by which the event loop may be late before there is less room. */
  underWay: number;
  loopDelayMs: number;
};

/** Everything the server needs from the world; what `main.ts` builds and `buildServer` receives. */
export type Deps = {
  clock: Clock;
  ids: Ids;
  load: Load;
  log: Logger;
  store: Store;
  directory: Directory;
  shopData: ShopData;
  orders: Orders;
  wechat: Wechat;
  /** Pictures: what is known of them, and their bytes. */
  uploads: Uploads;
  files: Files;
  documents: Documents;
  behaviours: Behaviours;
  corrections: Corrections;
  /** The shops' language models. */
  models: Models;
  modelStore: ModelStore;
  /** Passages by what they mean: their vectors, who makes them, and who finds by them. */
  embeddings: Embeddings;
  vectors: Vectors;
  recall: Recall;
  /** Milliseconds that an answer of the model may take, tools and tries included. */
  modelPatienceMs: number;
  subscriptions: Subscriptions;
  /** The other nodes of this deployment, where it has several. */
  nodes?: Nodes;
  /** The origin under which the world reaches the server, where it has one. */
  publicUrl?: string;
  limits: Limits;
  /** Signs shopper tokens (HS256), at least 32 bytes. */
  signingKey: Uint8Array;
};
