import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Assembled, assemble } from "../assemble.ts";
import { readConfig } from "../config.ts";

const unlimited = "1000000";

/** Settings of a server that is measured. */
export const noLimits = {
  COMMANDS_PER_SECOND: unlimited,
  COMMANDS_BURST: unlimited,
  MESSAGES_PER_SECOND: unlimited,
  MESSAGES_BURST: unlimited,
  REQUESTS_PER_MINUTE: unlimited,
  SHOP_COMMANDS_PER_SECOND: unlimited,
  SHOP_COMMANDS_BURST: unlimited,
  CONNECTS_PER_SECOND: unlimited,
  CONNECTS_BURST: unlimited,
  SOCKETS_PER_ADDRESS: unlimited,
  SOCKETS: unlimited,
  COMMANDS_UNDER_WAY: unlimited,
  LOOP_DELAY_MS: unlimited,
};

/** A whole server on a free port, with a data folder of its own that goes when it is closed; without limits unless `isLimited`. */
export async function startThrowaway({ isLimited = false } = {}): Promise<Assembled & { url: string }> {
  const folder = mkdtempSync(join(tmpdir(), "yiwen-throwaway-"));
  const limits = isLimited ? {} : noLimits;
  const assembled = await assemble(readConfig({ LOG_LEVEL: "warn", ...process.env, ...limits, DATA_DIR: folder }));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return { ...assembled, url: await assembled.server.listen({ port: 0, host: "127.0.0.1" }) };
}
