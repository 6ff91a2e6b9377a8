import { closeSync, fdatasyncSync, openSync } from "node:fs";

/** Writes a folder's list of names out, so that new ones outlive a power cut. Windows can't open folders, and keeps names by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const file = openSync(folder, "r");
  try {
    fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
}
