export { type Assembled, assemble } from "./assemble.ts";
export { type Config, readConfig } from "./config.ts";
export type { Deps, Limits, Rate } from "./deps.ts";
export { buildServer, type ServerOptions, type YiwenServer } from "./server.ts";
export { StartError, type StartErrorCode } from "./start-error.ts";
