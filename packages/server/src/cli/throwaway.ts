import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Assembled, assemble } from "../assemble.ts";
import { readConfig } from "../config.ts";

const unlimited = "1000000";

/** A whole server on a free port, with a data folder of its own that goes when it is closed, and no limits of rate. */
export async function startThrowaway(): Promise<Assembled & { url: string }> {
  const folder = mkdtempSync(join(tmpdir(), "yiwen-throwaway-"));
  const config = readConfig({
    LOG_LEVEL: "warn",
    ...process.env,
    DATA_DIR: folder,
    COMMANDS_PER_SECOND: unlimited,
    COMMANDS_BURST: unlimited,
    MESSAGES_PER_SECOND: unlimited,
    MESSAGES_BURST: unlimited,
    REQUESTS_PER_MINUTE: unlimited,
  });
  const assembled = await assemble(config);
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return { ...assembled, url: await assembled.server.listen({ port: 0, host: "127.0.0.1" }) };
}
