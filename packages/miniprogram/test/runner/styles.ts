import { readFileSync } from "node:fs";
import { join } from "node:path";

const imported = /@import\s+(?:url\()?["']([^"']+)["']\)?\s*;/g;

/** A style sheet of a built mini-program as CSS: its imports in place, `rpx` by the width of the screen. */
export function readStyles(dist: string, file: string, seen = new Set<string>()): string {
  if (seen.has(file)) return "";
  seen.add(file);
  const inPlace = (_: string, path: string) =>
    readStyles(dist, path.startsWith("/") ? path.slice(1) : join(file, "..", path), seen);
  return (
    readFileSync(join(dist, file), "utf8")
      .replace(imported, inPlace)
      .replace(/(-?\d*\.?\d+)rpx\b/g, (_, n: string) => `calc(100vw * ${n} / 750)`)
      // The page's own element has another name here, because a bare `page` would be a component's.
      .replace(/(^|[},\s])page(?=[\s{,:.>])/g, "$1wx-page")
  );
}
