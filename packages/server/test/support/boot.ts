import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ShopSettings } from "@yiwen/shared";
import { ShopSettings as ShopSettingsSchema } from "@yiwen/shared/schema";
import { pino } from "pino";
import { Value } from "typebox/value";
import { createDiskFiles } from "../../src/adapters/disk/files.ts";
import { createDocuments } from "../../src/adapters/documents/documents.ts";
import { createBehaviours } from "../../src/adapters/postgres/behaviours.ts";
import { createCorrections } from "../../src/adapters/postgres/corrections.ts";
import { createDirectory } from "../../src/adapters/postgres/directory.ts";
import { createModelStore } from "../../src/adapters/postgres/model-store.ts";
import { openDatabase } from "../../src/adapters/postgres/open-database.ts";
import { createOrders } from "../../src/adapters/postgres/orders.ts";
import { createShopData } from "../../src/adapters/postgres/shop-data.ts";
import { createStore } from "../../src/adapters/postgres/store.ts";
import { createSubscriptions } from "../../src/adapters/postgres/subscriptions.ts";
import { createUploads } from "../../src/adapters/postgres/uploads.ts";
import { createVectors } from "../../src/adapters/postgres/vectors.ts";
import { createIds } from "../../src/adapters/system/ids.ts";
import { createWechat } from "../../src/adapters/wechat/wechat.ts";
import type { Deps } from "../../src/deps.ts";
import { buildServer } from "../../src/server.ts";
import { createManualClock, type ManualClock } from "./clock.ts";
import { createEmbeddingParts } from "./embedding.ts";
import { createModelParts } from "./model.ts";
import { openTestDatabase } from "./prepared-database.ts";

export type Booted = {
  url: string;
  deps: Deps;
  clock: ManualClock;
  /** Ends the server and starts another over the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** A server to be used instead of the embedded database. */
const shared = process.env.TEST_DATABASE_URL;
/** Where nobody answers as WeChat: who needs it gives its own. */
const nobody = "http://127.0.0.1:1";
const generous = { burst: 1e6, perSecond: 1e6 };

/** A whole server on a free port over an embedded database, with time moved by hand. */
export async function boot(change: (deps: Deps) => Partial<Deps> = () => ({})): Promise<Booted> {
  const { sql, close } = await (shared ? openDatabase({ url: shared }) : openTestDatabase());
  const folder = await mkdtemp(join(tmpdir(), "yiwen-test-"));
  const clock = createManualClock();
  const shopData = createShopData(sql, clock.now);
  const modelParts = createModelParts(createModelStore(sql), clock.now);
  const deps: Deps = {
    clock,
    ids: createIds(),
    load: { delayMs: () => 0 },
    log: pino({ level: process.env.TEST_LOG ?? "silent" }),
    store: createStore(sql),
    directory: createDirectory(sql, clock.now),
    shopData,
    corrections: createCorrections(sql, shopData),
    orders: createOrders(sql),
    wechat: createWechat({ baseUrl: nobody, now: clock.now }),
    uploads: createUploads(sql),
    documents: createDocuments(),
    files: createDiskFiles(folder),
    ...modelParts,
    ...createEmbeddingParts(createVectors(sql), { models: modelParts.models, now: clock.now }),
    behaviours: createBehaviours(sql),
    subscriptions: createSubscriptions(sql),
    limits: {
      commands: generous,
      messages: generous,
      loginsPerMinute: 1e6,
      uploadsPerMinute: 1e6,
      requestsPerMinute: 1e6,
      shop: generous,
      connects: generous,
      socketsPerAddress: 1e6,
      sockets: 1e6,
      underWay: 1e6,
      loopDelayMs: 1e6,
    },
    signingKey: new TextEncoder().encode("a key for tests, 32 bytes or more"),
  };
  const start = async () => {
    const server = await buildServer({ ...deps, ...change(deps) });
    return { server, url: await server.listen({ port: 0, host: "127.0.0.1" }) };
  };
  let running = await start();
  return {
    get url() {
      return running.url;
    },
    deps,
    clock,
    async restart() {
      await running.server.close();
      running = await start();
    },
    async close() {
      await running.server.close();
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Settings with every default filled in. */
export function settings(change: object = {}): ShopSettings {
  return Value.Decode(ShopSettingsSchema, Value.Default(ShopSettingsSchema, change)) as ShopSettings;
}
