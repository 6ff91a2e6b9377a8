import { join, resolve } from "node:path";
import type { Static } from "typebox";
import { Value } from "typebox/value";
import type { Durability } from "./adapters/pglite/open-pglite.ts";
import type { Limits } from "./deps.ts";
import { Environment, type Name, secret } from "./environment.ts";
import type { EmbeddingAccess } from "./ports/embedder.ts";
import type { ModelAccess } from "./ports/model.ts";
import type { WechatApp } from "./ports/wechat.ts";
import { StartError } from "./start-error.ts";

/** How this process is to run. */
export type Config = {
  port: number;
  host: string;
  /** Where the embedded database lives, absolute; unused with `databaseUrl`. */
  dataDir: string;
  databaseUrl?: string;
  /** What the embedded database survives. */
  durability: Durability;
  /** Where the nodes on one database tell each other what happens; only with `databaseUrl`. */
  redisUrl?: string;
  /** Where pictures lie, absolute; the same for all processes of one database. */
  uploadsDir: string;
  logLevel: string;
  /** Signs the shoppers' tokens; without it one is made once and kept in the database. */
  secret?: string;
  /** The origin under which browsers reach the server, without a slash at its end. */
  publicUrl?: string;
  /** A proxy in front says who is asking (`X-Forwarded-For`, `X-Forwarded-Proto`). */
  trustProxy: boolean;
  /** WeChat's server API, without a slash at its end. */
  wechatApiUrl: string;
  /** The mini-program of the demo's shop; other shops set their own. */
  demoWechatApp?: WechatApp;
  /** The language model of shops that have none of their own. */
  model?: ModelAccess;
  /** Where texts become vectors, for shops that have nothing of their own for that. */
  embedding?: EmbeddingAccess;
  /** Milliseconds that a question's vector may take. */
  embeddingPatienceMs: number;
  /** Milliseconds that an answer of a model may take. */
  modelPatienceMs: number;
  /** Requests to one model at a time. */
  modelConcurrency: number;
  limits: Limits;
};

/** A line a variable, for the command line's help. */
export function describeSettings(): string[] {
  return Object.entries(Environment.properties).map(([name, rule]) => {
    const { description, default: initial } = rule as { description?: string; default?: unknown };
    return `${name.padEnd(20)} ${description}${initial === undefined ? "" : ` (${initial})`}`;
  });
}

/** Reads the environment, once; throws a `StartError` that names the first wrong setting. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const names = Object.keys(Environment.properties) as Name[];
  const given = Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const values: unknown = Value.Default(Environment, Value.Convert(Environment, given));
  if (!Value.Check(Environment, values)) throw wrong(values, env);
  return toConfig(values);
}

function wrong(values: unknown, env: Record<string, string | undefined>): StartError {
  const [first] = Value.Errors(Environment, values);
  const name = first?.instancePath.split("/")[1] as Name;
  const rule = Environment.properties[name] as { description?: string };
  const shown = secret.has(name) ? "" : `, not "${env[name]}"`;
  return new StartError("wrong_setting", `${name} must be ${rule.description}${shown}`);
}

function toConfig(env: Static<typeof Environment>): Config {
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.DATA_DIR),
    uploadsDir: resolve(env.UPLOADS_DIR ?? join(env.DATA_DIR, "uploads")),
    ...(env.DATABASE_URL && { databaseUrl: env.DATABASE_URL }),
    durability: env.DURABILITY,
    ...redisOf(env),
    logLevel: env.LOG_LEVEL,
    ...(env.YIWEN_SECRET && { secret: env.YIWEN_SECRET }),
    ...(env.PUBLIC_URL && { publicUrl: env.PUBLIC_URL.replace(/\/$/, "") }),
    trustProxy: env.TRUST_PROXY,
    ...(env.WECHAT_APP_ID &&
      env.WECHAT_APP_SECRET && { demoWechatApp: { appId: env.WECHAT_APP_ID, appSecret: env.WECHAT_APP_SECRET } }),
    ...modelOf(env),
    ...embeddingOf(env),
    embeddingPatienceMs: env.EMBEDDING_TIMEOUT_MS,
    modelPatienceMs: env.LLM_TIMEOUT_SECONDS * 1000,
    modelConcurrency: env.LLM_CONCURRENCY,
    wechatApiUrl: env.WECHAT_API_URL.replace(/\/$/, ""),
    limits: {
      commands: { burst: env.COMMANDS_BURST, perSecond: env.COMMANDS_PER_SECOND },
      messages: { burst: env.MESSAGES_BURST, perSecond: env.MESSAGES_PER_SECOND },
      loginsPerMinute: env.LOGINS_PER_MINUTE,
      uploadsPerMinute: env.UPLOADS_PER_MINUTE,
      requestsPerMinute: env.REQUESTS_PER_MINUTE,
      shop: { burst: env.SHOP_COMMANDS_BURST, perSecond: env.SHOP_COMMANDS_PER_SECOND },
      connects: { burst: env.CONNECTS_BURST, perSecond: env.CONNECTS_PER_SECOND },
      socketsPerAddress: env.SOCKETS_PER_ADDRESS,
      sockets: env.SOCKETS,
      underWay: env.COMMANDS_UNDER_WAY,
      loopDelayMs: env.LOOP_DELAY_MS,
    },
  };
}

/** Nodes that tell each other of conversations which each has to itself would be a mistake. */
function redisOf({ REDIS_URL: redisUrl, DATABASE_URL: databaseUrl }: Static<typeof Environment>): {
  redisUrl?: string;
} {
  if (redisUrl === undefined) return {};
  if (databaseUrl === undefined) throw new StartError("wrong_setting", "DATABASE_URL must be given with REDIS_URL");
  return { redisUrl };
}

/** Half a model is a mistake; a server of one's own may need no key. */
function modelOf(env: Static<typeof Environment>): { model?: ModelAccess } {
  const { LLM_BASE_URL: baseUrl, LLM_API_KEY: apiKey, LLM_MODEL: model } = env;
  if (baseUrl === undefined && model === undefined && apiKey === undefined) return {};
  if (baseUrl === undefined)
    throw new StartError("wrong_setting", "LLM_BASE_URL must be given with the other LLM_ settings");
  if (model === undefined) throw new StartError("wrong_setting", "LLM_MODEL must be given with LLM_BASE_URL");
  return { model: { baseUrl: baseUrl.replace(/\/$/, ""), apiKey: apiKey ?? "none", model } };
}

/** By default at the language model's address, with its key; a key never goes to another address than its own. */
function embeddingOf(env: Static<typeof Environment>): { embedding?: EmbeddingAccess } {
  const { EMBEDDING_MODEL: model, EMBEDDING_DIMENSIONS: dimensions, EMBEDDING_BASE_URL: own } = env;
  const baseUrl = own ?? env.LLM_BASE_URL;
  if (model === undefined) {
    if (own === undefined && env.EMBEDDING_API_KEY === undefined && dimensions === undefined) return {};
    throw new StartError("wrong_setting", "EMBEDDING_MODEL must be given with the other EMBEDDING_ settings");
  }
  if (baseUrl === undefined) {
    throw new StartError("wrong_setting", "EMBEDDING_BASE_URL or LLM_BASE_URL must be given with EMBEDDING_MODEL");
  }
  const isSame = own === undefined || own === env.LLM_BASE_URL;
  const apiKey = env.EMBEDDING_API_KEY ?? (isSame ? env.LLM_API_KEY : undefined) ?? "none";
  const where = { baseUrl: baseUrl.replace(/\/$/, ""), apiKey, model };
  return { embedding: { ...where, ...(dimensions !== undefined && { dimensions }) } };
}
