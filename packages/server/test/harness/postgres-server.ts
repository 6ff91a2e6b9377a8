import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { chmod, chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import { type Daemon, startDaemon } from "./daemon.ts";
import { freePort } from "./free-port.ts";

/** How a running PostgreSQL ends: waiting for nobody, without writing anything out, or with its main process killed. */
export type PostgresEnd = "fast" | "immediate" | "kill";

/** A PostgreSQL server of its own in a temporary folder; it keeps its port and data over `stop` and `start`. */
export type PostgresServer = {
  /** A new, empty database; answers its URL. */
  database(): Promise<string>;
  start(): Promise<void>;
  stop(how?: PostgresEnd): Promise<void>;
  readonly port: number;
  readonly folder: string;
  /** Ends it and removes its folder. */
  close(): Promise<void>;
};

const ends: Record<PostgresEnd, NodeJS.Signals> = { fast: "SIGINT", immediate: "SIGQUIT", kill: "SIGKILL" };
const run = promisify(execFile);

/**
 * Starts a PostgreSQL on a free port of this machine. Without `isSynced` it makes no fsync: what it acknowledged
 * survives every end of its processes all the same, because the operating system lives on.
 */
export async function startPostgres({ isSynced = false, parent = tmpdir() } = {}): Promise<PostgresServer> {
  const folder = await mkdtemp(join(parent, "yiwen-postgres-"));
  const owner = await giveAway(folder);
  const data = join(folder, "data");
  await run(tool("initdb"), ["-D", data, "-U", "yiwen", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], owner);
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`, "max_connections=100"];
  if (!isSynced) settings.push("fsync=off");
  const args = ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  let daemon: Daemon | undefined;
  let databases = 0;
  const urlOf = (name: string) => `postgres://yiwen@127.0.0.1:${port}/${name}`;
  const server: PostgresServer = {
    port,
    folder,
    async database() {
      const name = `yiwen${++databases}_${process.pid}`;
      const sql = postgres(urlOf("postgres"), { max: 1, onnotice: () => {} });
      await sql.unsafe(`create database ${name}`);
      await sql.end();
      return urlOf(name);
    },
    async start() {
      daemon = await startDaemon(tool("postgres"), args, /database system is ready to accept connections/, owner);
    },
    async stop(how = "fast") {
      await daemon?.end(ends[how]);
    },
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

/** PostgreSQL refuses to run as root: there the folder and its processes belong to its own account. */
async function giveAway(folder: string): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const entry = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .find(([name]) => name === "postgres");
  if (!entry) throw new Error("root can't run PostgreSQL, and there is no account named postgres");
  const [uid, gid] = [Number(entry[2]), Number(entry[3])];
  await chown(folder, uid, gid);
  await chmod(folder, 0o700);
  return { uid, gid };
}

/** Debian keeps the server's programs out of the path, in a folder a version. */
function tool(name: string): string {
  const versions = "/usr/lib/postgresql";
  const newest = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
  const places = newest.map((version) => join(versions, version, "bin", name));
  return places.find((place) => existsSync(place)) ?? name;
}
