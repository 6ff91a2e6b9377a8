import { createHash } from "node:crypto";
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type OpenDatabase, openDatabase } from "../../src/adapters/postgres/open-database.ts";

const folderAt = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const cache = folderAt("../../../../node_modules/.cache/yiwen-database");

/**
 * An embedded database of its own with its tables up to date, which goes when it is closed. Making one takes seconds,
 * so it is made once for all tests and copied.
 */
export async function openTestDatabase(): Promise<OpenDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), "yiwen-test-"));
  await prepareDataDir(dataDir);
  // What a test stores needs to outlive no power cut.
  const database = await openDatabase({ dataDir, durability: "process" });
  return {
    ...database,
    async close() {
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Makes a server's data folder as the first start leaves it, without a shop. */
export async function prepareDataDir(dataDir: string): Promise<void> {
  const prepared = join(cache, versionOfTables());
  if (!existsSync(prepared)) await prepare(prepared);
  mkdirSync(dataDir, { recursive: true });
  cpSync(join(prepared, "postgres"), join(dataDir, "postgres"), { recursive: true });
}

/** What is there under its name is whole: of several processes that make it at once, one gives it the name. */
async function prepare(prepared: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(`${prepared}-`);
  const { close } = await openDatabase({ dataDir: draft });
  await close();
  try {
    renameSync(draft, prepared);
  } catch (error) {
    if (!existsSync(prepared)) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Another one for other migrations, and for another PGlite. */
function versionOfTables(): string {
  const hash = createHash("sha256");
  const migrations = folderAt("../../migrations");
  for (const file of globSync("**/*.{sql,json}", { cwd: migrations }).sort()) {
    hash.update(file).update(readFileSync(join(migrations, file)));
  }
  const pglite = dirname(createRequire(import.meta.url).resolve("@electric-sql/pglite"));
  return hash
    .update(readFileSync(join(pglite, "..", "package.json")))
    .digest("hex")
    .slice(0, 16);
}
