import { type Static, Type } from "typebox";

const rate = (initial: number) =>
  Type.Number({ exclusiveMinimum: 0, maximum: 1e6, default: initial, description: "a number above 0" });

const count = (initial: number) =>
  Type.Number({
    multipleOf: 1,
    minimum: 1,
    maximum: 1e6,
    default: initial,
    description: "a whole number from 1 to 1000000",
  });

/** Every variable the process reads; the description ends the sentence "NAME must be …". */
export const Environment = Type.Object({
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
  COMMANDS_PER_SECOND: rate(20),
  COMMANDS_BURST: rate(60),
  MESSAGES_PER_SECOND: rate(5),
  MESSAGES_BURST: rate(20),
  LOGINS_PER_MINUTE: rate(10),
  UPLOADS_PER_MINUTE: rate(20),
  REQUESTS_PER_MINUTE: rate(600),
  SHOP_COMMANDS_PER_SECOND: rate(2000),
  SHOP_COMMANDS_BURST: rate(4000),
  CONNECTS_PER_SECOND: rate(50),
  CONNECTS_BURST: rate(500),
  SOCKETS_PER_ADDRESS: count(5000),
  SOCKETS: count(20_000),
  COMMANDS_UNDER_WAY: count(2000),
  LOOP_DELAY_MS: rate(200),
});

/** A variable's name. */
export type Name = keyof Static<typeof Environment>;

/** Their values never appear in a message. */
export const secret: ReadonlySet<Name> = new Set([
  "DATABASE_URL",
  "REDIS_URL",
  "YIWEN_SECRET",
  "WECHAT_APP_SECRET",
  "LLM_API_KEY",
  "EMBEDDING_API_KEY",
]);
