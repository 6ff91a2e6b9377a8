import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: source("."),
  base: "/console/",
  resolve: {
    alias: [
      { find: /^@yiwen\/shared$/, replacement: source("../shared/src/index.ts") },
      { find: /^@yiwen\/shared\/(\w+)\.css$/, replacement: source("../shared/src/$1.css") },
    ],
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  /** A strict policy (`default-src 'self'`) must hold: nothing is inlined, neither scripts nor data URLs. */
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { "/v1": "http://localhost:3000", "/socket.io": { target: "ws://localhost:3000", ws: true } } },
});
