import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What the page shows and says, without a framework: one module in a language that old phones run. */
export default defineConfig({
  root: here("."),
  resolve: { alias: [{ find: /^@yiwen\/shared$/, replacement: here("../shared/src/index.ts") }] },
  build: {
    target: "es2018",
    outDir: here("view_dist"),
    copyPublicDir: false,
    lib: { entry: here("src/view/index.ts"), formats: ["es"], fileName: () => "index.mjs" },
  },
});
