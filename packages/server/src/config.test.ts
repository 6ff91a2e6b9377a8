import { resolve } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

test("HT2 an empty environment is a working configuration that only this machine can reach", () => {
  expect(readConfig({})).toMatchObject({ port: 3000, host: "127.0.0.1", dataDir: resolve(".yiwen"), logLevel: "info" });
});

test("HT2 settings are read with their types; an empty one counts as not given", () => {
  const config = readConfig({ PORT: "0", TRUST_PROXY: "true", PUBLIC_URL: "https://chat.example.com/", DATA_DIR: "" });
  expect(config).toMatchObject({ port: 0, trustProxy: true, publicUrl: "https://chat.example.com" });
  expect(config.dataDir).toBe(resolve(".yiwen"));
});

test.each([
  [{ PORT: "http" }, 'PORT must be a port from 0 to 65535, not "http"'],
  [{ PORT: "70000" }, 'PORT must be a port from 0 to 65535, not "70000"'],
  [{ PORT: "30.5" }, 'PORT must be a port from 0 to 65535, not "30.5"'],
  [{ LOG_LEVEL: "loud" }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud"'],
  [{ TRUST_PROXY: "perhaps" }, 'TRUST_PROXY must be true or false, not "perhaps"'],
  [{ REDIS_URL: "redis://127.0.0.1" }, "DATABASE_URL must be given with REDIS_URL"],
  [{ PUBLIC_URL: "chat.example.com" }, "PUBLIC_URL must be an origin such as"],
])("HT3 a wrong setting is one line that names it: %o", (env, line) => {
  expect(() => readConfig(env)).toThrow(line);
});

test.each([
  { DATABASE_URL: "mysql://root:hunter2@db/x" },
  { REDIS_URL: "http://:hunter2@redis" },
  { YIWEN_SECRET: "hunter2" },
])("HT3 a wrong secret is named, never shown", (env) => {
  expect(() => readConfig(env)).toThrow(Object.keys(env)[0]);
  expect(() => readConfig(env)).not.toThrow("hunter2");
});
