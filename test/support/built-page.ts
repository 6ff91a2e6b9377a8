import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type InlineConfig, preview } from "vite";

/** Where a built page is served. */
export type BuiltPage = { url: string; close(): Promise<void> };

/**
 * Builds a development page and serves it on a free port. Vite's own server would send the page's hundred modules one
 * by one at every visit, and two of them at once would fight over one cache.
 */
export async function serveBuilt(config: InlineConfig & { root: string }, input?: string): Promise<BuiltPage> {
  const outDir = await mkdtemp(join(tmpdir(), "yiwen-page-"));
  const quiet: InlineConfig = { mode: "development", logLevel: "error", ...config };
  await build({
    ...quiet,
    build: { outDir, emptyOutDir: true, minify: false, ...(input && { rolldownOptions: { input } }) },
  });
  const server = await preview({ ...quiet, build: { outDir }, preview: { host: "127.0.0.1", port: 0, proxy: {} } });
  return {
    url: server.resolvedUrls?.local[0] ?? "",
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
