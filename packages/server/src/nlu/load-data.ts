import { readdirSync, readFileSync } from "node:fs";

// The data folder lies beside `src` and `dist`, so the same relative path serves both.
const root = new URL("../../data/", import.meta.url);

/** Text of a file under the package's data folder, read once when a module loads; throws when it is missing. */
export function loadText(path: string): string {
  return readFileSync(new URL(path, root), "utf8");
}

/** Bytes of a file under the package's data folder; throws when it is missing. */
export function loadBytes(path: string): Uint8Array {
  return readFileSync(new URL(path, root));
}

/** Names of the files in a folder under the package's data folder, sorted so that what is built from them never varies. */
export function listFiles(folder: string): string[] {
  return readdirSync(new URL(folder, root)).sort();
}

/** The lines of a data file that are neither empty nor comments (`#`). */
export function loadLines(path: string): string[] {
  return loadText(path)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}
