import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { prepareDataDir } from "../../packages/server/test/support/prepared-database.ts";

const main = fileURLToPath(new URL("../../packages/server/dist/cli/main.js", import.meta.url));

/** The built server with the demo shop, as a process of its own. */
export type DemoServer = {
  url: string;
  /** Ends the process as a power switch would; what it was doing is not finished. */
  kill(): Promise<void>;
  /** Starts it on the same port and the same data. */
  start(): Promise<void>;
  /** Ends it and removes its data. */
  close(): Promise<void>;
};

/** Starts the demo on a free port, with a database of its own, in which there is no shop yet, and with these settings of the server. */
export async function startDemo(settings: Record<string, string> = {}): Promise<DemoServer> {
  const port = await freePort();
  const dataDir = await mkdtemp(join(tmpdir(), "yiwen-e2e-"));
  await prepareDataDir(dataDir);
  let child: ChildProcess | undefined;
  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  };
  const server: DemoServer = {
    url: `http://localhost:${port}`,
    kill: () => end("SIGKILL"),
    async start() {
      child = await run({ PORT: String(port), DATA_DIR: dataDir, ...settings });
    },
    async close() {
      await end("SIGTERM");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

/** Settles when the server has told its address; rejects with what it printed when it ends before. */
async function run(settings: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [main, "demo"], {
    env: { PATH: process.env.PATH, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const hear = (text: string) => {
      said += text;
      if (said.includes("/console/")) resolve();
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the server ended (${code}): ${said}`)));
  });
  return child;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
