import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import { sessionSettings } from "../postgres/session-settings.ts";
import { dataFolder } from "./data-folder.ts";
import { durableFiles, durableStart } from "./durable-files.ts";

/** What an acknowledged message survives: a power cut, or only the end of the process. */
export type Durability = "power" | "process";

/** A data folder and what it is to survive. */
export type PgliteFolder = { path: string; durability: Durability };

/** How Postgres's files in a folder are reached. */
type MakeFiles = (path: string) => NodeFS;

const makeFiles: Record<Durability, MakeFiles> = { power: durableFiles, process: (path) => new NodeFS(path) };

/** PGlite with our session's settings: in a folder, made where there is none, or in memory. */
export async function openPglite(folder?: PgliteFolder, files?: MakeFiles): Promise<PGlite> {
  const db = await (folder ? openFolder(folder, files ?? makeFiles[folder.durability]) : PGlite.create("memory://"));
  // PGlite takes no settings from the driver's greeting.
  for (const [name, value] of Object.entries(sessionSettings)) await db.exec(`set ${name} = ${value}`);
  return db;
}

async function openFolder({ path, durability }: PgliteFolder, files: MakeFiles): Promise<PGlite> {
  const writesThrough = durability === "power";
  const folder = dataFolder(path, writesThrough);
  folder.prepare();
  const db = await PGlite.create({
    fs: files(folder.path),
    ...(writesThrough && { startParams: durableStart }),
  });
  await folder.settle();
  return db;
}
