import { type Logger, pino } from "pino";
import { createDiskFiles } from "./adapters/disk/files.ts";
import { createDocuments } from "./adapters/documents/documents.ts";
import { createOpenaiEmbedder } from "./adapters/openai/embedder.ts";
import { createOpenaiModel } from "./adapters/openai/model.ts";
import { createBehaviours } from "./adapters/postgres/behaviours.ts";
import { createCorrections } from "./adapters/postgres/corrections.ts";
import { createDirectory } from "./adapters/postgres/directory.ts";
import { createModelStore } from "./adapters/postgres/model-store.ts";
import { withNearest } from "./adapters/postgres/nearest-vectors.ts";
import { type OpenDatabase, openDatabase } from "./adapters/postgres/open-database.ts";
import { createOrders } from "./adapters/postgres/orders.ts";
import { createSharedShopData, createShopData } from "./adapters/postgres/shop-data.ts";
import { readSigningKey } from "./adapters/postgres/signing-key.ts";
import { createStore } from "./adapters/postgres/store.ts";
import { createSubscriptions } from "./adapters/postgres/subscriptions.ts";
import { createUploads } from "./adapters/postgres/uploads.ts";
import { createVectors } from "./adapters/postgres/vectors.ts";
import { createNodes } from "./adapters/redis/nodes.ts";
import { systemClock } from "./adapters/system/clock.ts";
import { createIds } from "./adapters/system/ids.ts";
import { createLoad } from "./adapters/system/load.ts";
import { createWechat } from "./adapters/wechat/wechat.ts";
import type { Config } from "./config.ts";
import type { Deps } from "./deps.ts";
import { createEmbeddings } from "./embedding/embeddings.ts";
import { createRecall } from "./embedding/recall.ts";
import { createModels, type Models } from "./model/models.ts";
import type { ModelStore } from "./ports/model-store.ts";
import type { Vectors } from "./ports/vectors.ts";
import type { ServerOptions, YiwenServer } from "./server.ts";

/** What the commands that need no server work with. */
export type OpenedDeps = {
  deps: Deps;
  /** Settles when the embedded database died under us. */
  failed: Promise<Error>;
  close(): Promise<void>;
};

/** A server over its real adapters; `close` ends everything in order. */
export type Assembled = OpenedDeps & { server: YiwenServer };

/** Chooses the adapters, the only place that does, and opens the database with its tables up to date. */
export async function openDeps(config: Config, log: Logger = pino({ level: config.logLevel })): Promise<OpenedDeps> {
  const database = await openDatabase({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    durability: config.durability,
  });
  const { sql, embedded, failed, close } = database;
  try {
    const { now } = systemClock;
    const modelStore = createModelStore(sql);
    const shopData = embedded ? createShopData(sql, now) : await createSharedShopData(sql, now);
    const modelParts = createModelParts(config, modelStore);
    const stored = createVectors(sql);
    const vectors = embedded ? stored : await withNearest(sql, stored, { log });
    const deps: Deps = {
      clock: systemClock,
      ids: createIds(),
      load: createLoad(),
      log,
      store: createStore(sql),
      directory: createDirectory(sql, now),
      shopData,
      corrections: createCorrections(sql, shopData),
      orders: createOrders(sql),
      wechat: createWechat({ baseUrl: config.wechatApiUrl, now }),
      uploads: createUploads(sql),
      files: createDiskFiles(config.uploadsDir),
      documents: createDocuments(),
      behaviours: createBehaviours(sql),
      ...modelParts,
      ...createEmbeddingParts(config, vectors, modelParts.models),
      subscriptions: createSubscriptions(sql),
      ...(config.publicUrl && { publicUrl: config.publicUrl }),
      limits: config.limits,
      signingKey: await signingKey(config, database),
    };
    return { deps, failed, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The whole server, ready to listen. `more` may look at what is there first: the demo's shop, for instance. */
export async function assemble(
  config: Config,
  more: (deps: Deps) => Promise<ServerOptions> = async () => ({}),
): Promise<Assembled> {
  // Not loaded by the commands that need no server.
  const { buildServer } = await import("./server.ts");
  const { deps: opened, failed, close } = await openDeps(config);
  try {
    const nodes = config.redisUrl === undefined ? undefined : await createNodes({ url: config.redisUrl });
    const deps = { ...opened, ...(nodes && { nodes }) };
    const https = config.publicUrl?.startsWith("https:") ?? false;
    const server = await buildServer(deps, { https, trustProxy: config.trustProxy, ...(await more(deps)) });
    const closeAll = async () => {
      await server.close();
      await deps.store.flush();
      await close();
    };
    return { server, deps, failed, close: closeAll };
  } catch (error) {
    await close();
    throw error;
  }
}

function createModelParts(
  { model: server, modelConcurrency: concurrency, modelPatienceMs }: Config,
  modelStore: ModelStore,
): Pick<Deps, "models" | "modelStore" | "modelPatienceMs"> {
  const { now } = systemClock;
  const model = createOpenaiModel({ now, concurrency });
  const models = createModels({ model, store: modelStore, now, ...(server && { server }) });
  return { models, modelStore, modelPatienceMs };
}

function createEmbeddingParts(
  { embedding: server, modelConcurrency: concurrency, embeddingPatienceMs: urgentMs }: Config,
  vectors: Vectors,
  models: Models,
): Pick<Deps, "embeddings" | "vectors" | "recall"> {
  const embedder = createOpenaiEmbedder({ now: systemClock.now, concurrency, urgentMs });
  const embeddings = createEmbeddings({ embedder, vectors, models, ...(server && { server }) });
  return { embeddings, vectors, recall: createRecall({ embeddings, vectors }) };
}

async function signingKey({ secret }: Config, { sql }: OpenDatabase): Promise<Uint8Array> {
  return secret === undefined ? readSigningKey(sql) : new TextEncoder().encode(secret);
}
