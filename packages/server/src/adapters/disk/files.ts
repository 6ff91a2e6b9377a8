import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Files } from "../../ports/files.ts";

/** What the server makes ids of; nothing else becomes part of a path. */
const name = /^[A-Za-z0-9_-]{1,64}$/;

/** Files in a folder: `<shop>/<first two letters of the id>/<id>`. The folder is made when the first file comes. */
export function createDiskFiles(folder: string): Files {
  const pathOf = (shop: string, id: string) => {
    if (!name.test(shop) || !name.test(id)) throw new Error("this is no id of ours");
    return join(folder, shop, id.slice(0, 2), id);
  };
  return {
    async save(shop, id, bytes) {
      const path = pathOf(shop, id);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // Whole or not at all: a reader never meets half a file, nor does the next process after a crash.
      const unfinished = `${path}.part`;
      const file = await open(unfinished, "w", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, path);
      await syncFolder(dirname(path));
    },
    async read(shop, id) {
      try {
        return await readFile(pathOf(shop, id));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },
    remove: (shop, id) => rm(pathOf(shop, id), { force: true }),
  };
}

/** Writes a folder's list of names out, so that the new name outlives a power cut; Windows can't open folders. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
