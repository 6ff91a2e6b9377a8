import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The core for WeChat's `require`: one CommonJS file without dependencies, in a language that old phones run. */
export default defineConfig({
  root: here("."),
  resolve: { alias: [{ find: /^@yiwen\/shared$/, replacement: here("../shared/src/index.ts") }] },
  build: {
    target: "es2017",
    outDir: here("miniprogram_dist"),
    copyPublicDir: false,
    lib: { entry: here("src/core/index.ts"), formats: ["cjs"], fileName: () => "index.js" },
  },
});
