import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import { pino } from "pino";
import { Registry } from "prom-client";
import { createDiskFiles } from "../../src/adapters/disk/files.ts";
import { createDocuments } from "../../src/adapters/documents/documents.ts";
import { createBehaviours } from "../../src/adapters/postgres/behaviours.ts";
import { createCorrections } from "../../src/adapters/postgres/corrections.ts";
import { createDirectory } from "../../src/adapters/postgres/directory.ts";
import { createModelStore } from "../../src/adapters/postgres/model-store.ts";
import { createOrders } from "../../src/adapters/postgres/orders.ts";
import { createShopData } from "../../src/adapters/postgres/shop-data.ts";
import { createStore } from "../../src/adapters/postgres/store.ts";
import { createSubscriptions } from "../../src/adapters/postgres/subscriptions.ts";
import { createUploads } from "../../src/adapters/postgres/uploads.ts";
import { createVectors } from "../../src/adapters/postgres/vectors.ts";
import { createIds } from "../../src/adapters/system/ids.ts";
import { createWechat } from "../../src/adapters/wechat/wechat.ts";
import type { Deps } from "../../src/deps.ts";
import { type HttpOptions, registerHttp } from "../../src/http/index.ts";
import { createAgent } from "../../src/shop/create-agent.ts";
import { createShop, type NewShop } from "../../src/shop/create-shop.ts";
import { createEmbeddingParts } from "./embedding.ts";
import { createModelParts } from "./model.ts";
import { openTestDatabase } from "./prepared-database.ts";

/** Two shops, each with an agent and a supervisor, behind the HTTP side alone, on a database of their own. */
export type HttpWorld = {
  app: FastifyInstance;
  deps: Deps;
  shops: { a: NewShop; b: NewShop };
  /** Epoch milliseconds; tests move it. */
  time: { now: number };
  /** Another server on the same database, with other options or limits. */
  another(options: Partial<HttpOptions & { limits: Partial<Deps["limits"]> }>): Promise<FastifyInstance>;
  close(): Promise<void>;
};

export const password = "correct horse";

/** The agents' emails are `agent@a.example`, `boss@a.example` and the same at `b.example`. */
export async function bootHttp(): Promise<HttpWorld> {
  const db = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "yiwen-test-"));
  const time = { now: 1_800_000_000_000 };
  const now = () => time.now;
  const shopData = createShopData(db.sql, now);
  const modelParts = createModelParts(createModelStore(db.sql), now);
  const deps: Deps = {
    clock: { now, after: () => () => {} },
    ids: createIds(now),
    load: { delayMs: () => 0 },
    log: pino({ level: "silent" }),
    store: createStore(db.sql),
    directory: createDirectory(db.sql, now),
    shopData,
    corrections: createCorrections(db.sql, shopData),
    orders: createOrders(db.sql),
    wechat: createWechat({ baseUrl: "http://127.0.0.1:1", now }),
    uploads: createUploads(db.sql),
    documents: createDocuments(),
    files: createDiskFiles(folder),
    ...modelParts,
    ...createEmbeddingParts(createVectors(db.sql), { models: modelParts.models, now: now }),
    behaviours: createBehaviours(db.sql),
    subscriptions: createSubscriptions(db.sql),
    limits: {
      commands: { burst: 100, perSecond: 100 },
      messages: { burst: 100, perSecond: 100 },
      loginsPerMinute: 1000,
      uploadsPerMinute: 1000,
      requestsPerMinute: 10_000,
      shop: { burst: 1e6, perSecond: 1e6 },
      connects: { burst: 1e6, perSecond: 1e6 },
      socketsPerAddress: 1e6,
      sockets: 1e6,
      underWay: 1e6,
      loopDelayMs: 1e6,
    },
    signingKey: new TextEncoder().encode("a signing key of thirty-two bytes"),
  } as Deps;
  const shops = { a: await createShop(deps, { name: "甲店" }), b: await createShop(deps, { name: "Shop B" }) };
  for (const [letter, { shop }] of Object.entries(shops)) {
    const agent = { shop: shop.id, password, role: "agent" as const };
    await createAgent(deps, { ...agent, email: `agent@${letter}.example`, name: `Agent ${letter}` });
    await createAgent(deps, { ...agent, email: `boss@${letter}.example`, name: `Boss ${letter}`, role: "supervisor" });
  }
  const servers: FastifyInstance[] = [];
  const another: HttpWorld["another"] = async ({ limits, ...options }) => {
    const app = Fastify();
    await registerHttp(
      app,
      { ...deps, limits: { ...deps.limits, ...limits } },
      { metrics: new Registry(), ...options },
    );
    await app.ready();
    servers.push(app);
    return app;
  };
  const close = async () => {
    await Promise.all(servers.map((server) => server.close()));
    await db.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { app: await another({}), deps, shops, time, another, close };
}

/** Signs an agent in and answers the header to send. */
export async function signIn(app: FastifyInstance, email: string): Promise<{ authorization: string }> {
  const reply = await app.inject({ method: "POST", url: "/v1/agents/sessions", payload: { email, password } });
  return { authorization: `Bearer ${reply.json().data.token}` };
}
