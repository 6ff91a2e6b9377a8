import { join, resolve } from "node:path";
import { type Static, Type } from "typebox";
import { Value } from "typebox/value";
import type { Durability } from "./adapters/pglite/open-pglite.ts";
import type { Limits } from "./deps.ts";
import type { EmbeddingAccess } from "./ports/embedder.ts";
import type { ModelAccess } from "./ports/model.ts";
import type { WechatApp } from "./ports/wechat.ts";
import { StartError } from "./start-error.ts";

const rate = (initial: number, description: string) =>
  Type.Number({ exclusiveMinimum: 0, maximum: 1e6, default: initial, description });

/** Every variable the process reads; the description ends the sentence "NAME must be …". */
const Environment = Type.Object({
  // Not an integer type: converting to one cuts 30.5 to 30, and what was written would go unsaid.
  PORT: Type.Number({
    multipleOf: 1,
    minimum: 0,
    maximum: 65_535,
    default: 3000,
    description: "a port from 0 to 65535",
  }),
  HOST: Type.String({ pattern: "^[\\w.:-]+$", default: "127.0.0.1", description: "an address or a host name" }),
  DATA_DIR: Type.String({ default: ".yiwen", description: "a folder" }),
  UPLOADS_DIR: Type.Optional(Type.String({ description: "a folder (uploads in DATA_DIR)" })),
  DATABASE_URL: Type.Optional(
    Type.String({ pattern: "^postgres(ql)?://\\S+$", description: "a URL that begins with postgres://" }),
  ),
  DURABILITY: Type.Union([Type.Literal("power"), Type.Literal("process")], {
    default: "power",
    description: "power or process: what an acknowledged message survives in the embedded database",
  }),
  REDIS_URL: Type.Optional(
    Type.String({ pattern: "^rediss?://\\S+$", description: "a URL that begins with redis:// or rediss://" }),
  ),
  LOG_LEVEL: Type.Union(
    ["fatal", "error", "warn", "info", "debug", "trace", "silent"].map((level) => Type.Literal(level)),
    { default: "info", description: "one of fatal, error, warn, info, debug, trace, silent" },
  ),
  YIWEN_SECRET: Type.Optional(Type.String({ minLength: 32, description: "at least 32 characters long" })),
  PUBLIC_URL: Type.Optional(
    Type.String({ pattern: "^https?://[^\\s/?#]+/?$", description: "an origin such as https://chat.example.com" }),
  ),
  TRUST_PROXY: Type.Boolean({ default: false, description: "true or false" }),
  WECHAT_API_URL: Type.String({
    pattern: "^https?://[^\\s/?#]+/?$",
    default: "https://api.weixin.qq.com",
    description: "the origin of WeChat's API",
  }),
  WECHAT_APP_ID: Type.Optional(
    Type.String({ pattern: "^[\\w-]{1,64}$", description: "the AppID of a mini-program (of the demo's shop)" }),
  ),
  WECHAT_APP_SECRET: Type.Optional(
    Type.String({ pattern: "^[\\x21-\\x7e]{1,128}$", description: "the AppSecret of that mini-program" }),
  ),
  LLM_BASE_URL: Type.Optional(
    Type.String({ pattern: "^https?://[^\\s?#]+$", description: "the base URL of an OpenAI-compatible API" }),
  ),
  LLM_API_KEY: Type.Optional(Type.String({ pattern: "^[\\x21-\\x7e]{1,512}$", description: "the key of that API" })),
  LLM_MODEL: Type.Optional(Type.String({ pattern: "^\\S{1,200}$", description: "the name of a model of that API" })),
  LLM_TIMEOUT_SECONDS: Type.Number({
    minimum: 1,
    maximum: 25,
    default: 20,
    description: "a number from 1 to 25",
  }),
  LLM_CONCURRENCY: Type.Number({
    multipleOf: 1,
    minimum: 1,
    maximum: 1000,
    default: 8,
    description: "a whole number from 1 to 1000",
  }),
  EMBEDDING_BASE_URL: Type.Optional(
    Type.String({ pattern: "^https?://[^\\s?#]+$", description: "the base URL of an API of vectors (LLM_BASE_URL)" }),
  ),
  EMBEDDING_API_KEY: Type.Optional(
    Type.String({ pattern: "^[\\x21-\\x7e]{1,512}$", description: "the key of that API (LLM_API_KEY)" }),
  ),
  EMBEDDING_MODEL: Type.Optional(
    Type.String({ pattern: "^\\S{1,200}$", description: "the name of a model that makes vectors of texts" }),
  ),
  EMBEDDING_DIMENSIONS: Type.Optional(
    Type.Number({ multipleOf: 1, minimum: 8, maximum: 4096, description: "a whole number from 8 to 4096" }),
  ),
  EMBEDDING_TIMEOUT_MS: Type.Number({
    multipleOf: 1,
    minimum: 50,
    maximum: 900,
    default: 400,
    description: "a whole number from 50 to 900",
  }),
  COMMANDS_PER_SECOND: rate(20, "a number above 0"),
  COMMANDS_BURST: rate(60, "a number above 0"),
  MESSAGES_PER_SECOND: rate(5, "a number above 0"),
  MESSAGES_BURST: rate(20, "a number above 0"),
  LOGINS_PER_MINUTE: rate(10, "a number above 0"),
  UPLOADS_PER_MINUTE: rate(20, "a number above 0"),
  REQUESTS_PER_MINUTE: rate(600, "a number above 0"),
  SHOP_COMMANDS_PER_SECOND: rate(2000, "a number above 0"),
  SHOP_COMMANDS_BURST: rate(4000, "a number above 0"),
  CONNECTS_PER_SECOND: rate(50, "a number above 0"),
  CONNECTS_BURST: rate(500, "a number above 0"),
  SOCKETS_PER_ADDRESS: rate(5000, "a number above 0"),
  SOCKETS: rate(20_000, "a number above 0"),
  COMMANDS_UNDER_WAY: rate(2000, "a number above 0"),
  LOOP_DELAY_MS: rate(200, "a number above 0"),
});

type Name = keyof Static<typeof Environment>;

/** Their values never appear in a message. */
const secret: ReadonlySet<Name> = new Set([
  "DATABASE_URL",
  "REDIS_URL",
  "YIWEN_SECRET",
  "WECHAT_APP_SECRET",
  "LLM_API_KEY",
  "EMBEDDING_API_KEY",
]);

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
