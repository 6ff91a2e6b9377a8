import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Connect, defineConfig, type Plugin, type UserConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const alias = [
  { find: /^@yiwen\/shared$/, replacement: here("../shared/src/index.ts") },
  { find: /^@yiwen\/shared\/(\w+)\.css/, replacement: here("../shared/src/$1.css") },
];

/** Constructable style sheets, color-mix and :has are in all of these. */
const target = ["chrome111", "firefox121", "safari16.4"];

const lazyParts = { chat: "src/chat/chat.tsx", "zh-CN": "src/i18n/zh-CN.ts", en: "src/i18n/en.ts" };

/** The hashed file names of what is fetched later; made by the build that runs before. */
function chatFiles(): Record<string, string> {
  const text = readFileSync(here("dist/.vite/manifest.json"), "utf8");
  const manifest = JSON.parse(text) as Record<string, { file: string }>;
  return Object.fromEntries(Object.entries(lazyParts).map(([name, source]) => [name, manifest[source]?.file ?? ""]));
}

/** The hash in each of those names, which is all that the loader need know. */
function hashes(): Record<string, string> {
  return Object.fromEntries(Object.entries(chatFiles()).map(([name, file]) => [name, file.slice(-9, -3)]));
}

/** In the npm entry the later parts stay imports of the files that the script tag fetches too. */
function lazyPartsOutside(): Plugin {
  const files = chatFiles();
  return {
    name: "yiwen-lazy-parts-outside",
    enforce: "pre",
    resolveId(source) {
      const part = Object.entries(lazyParts).find(([, path]) => path.endsWith(source.replace(/^\./, "")));
      return part ? { id: `./${files[part[0]]}`, external: true } : null;
    },
  };
}

const tokens = readFileSync(here("../shared/src/tokens.css"), "utf8");

/** What a shop changes, and with it the sheet that the widget makes at run time. */
const changing = /^--yw-(accent|on-accent|radius)$/;

/** The tokens that have one value for ever, whatever the theme; by name. */
function constants(): Map<string, string> {
  const declared = [...tokens.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => ({
    name,
    value,
  }));
  const isConstant = ({ name, value }: (typeof declared)[number]) =>
    !changing.test(name) && !value.includes("var(") && declared.filter((one) => one.name === name).length === 1;
  return new Map(declared.filter(isConstant).map(({ name, value }) => [name, value]));
}

/**
 * The tokens are everybody's, and the widget is counted in bytes: what never changes stands where it is used, and what
 * no style names is not sent along.
 */
function leanTokens(): Plugin {
  const values = constants();
  const styles = [...globSync(here("src/**/*.css")), here("../shared/src/pictures.css")];
  const named = [tokens, ...styles.map((path) => readFileSync(path, "utf8"))].join();
  const isSent = (name: string) => !values.has(name) && new RegExp(`var\\(${name}[,)]`).test(named);
  return {
    name: "yiwen-lean-tokens",
    transform(code, id) {
      if (!/\.css(\?|$)/.test(id)) return;
      const css = id.includes("/tokens.css")
        ? code.replace(/(--yw-[\w-]+):[^;]+;/g, (rule, name) => (isSent(name) ? rule : ""))
        : code;
      return css.replace(/var\((--[\w-]+)\)/g, (use, name) => values.get(name) ?? use);
    },
  };
}

/** Lightning CSS's `Features.LightDark`: what stands in for `light-dark()` would be sent along, and no style has any. */
const lightDark = 1 << 20;

/** Three builds, in this order: what is fetched later, the script tag's file, the npm entry. */
const builds: Record<string, () => UserConfig> = {
  chat: () => ({
    build: {
      manifest: true,
      // As a library: what a part fetches by itself is then a plain import, without Vite's helper for style sheets.
      lib: {
        entry: Object.fromEntries(Object.entries(lazyParts).map(([name, path]) => [name, here(path)])),
        formats: ["es"],
      },
      rolldownOptions: {
        preserveEntrySignatures: "strict",
        output: {
          minify: true,
          comments: false,
          entryFileNames: "chat/[name]-[hash:6].js",
          chunkFileNames: "chat/pictures-[hash:6].js",
        },
      },
    },
  }),
  loader: () => ({
    define: { __HASHES__: JSON.stringify(hashes()) },
    build: {
      emptyOutDir: false,
      lib: { entry: here("src/loader.ts"), formats: ["iife"], name: "yiwen", fileName: () => "yiwen.js" },
    },
  }),
  npm: () => ({
    plugins: [lazyPartsOutside()],
    build: {
      emptyOutDir: false,
      lib: { entry: here("src/index.ts"), formats: ["es"], fileName: () => "index.js" },
    },
  }),
};

function answerSessions({ middlewares }: { middlewares: Connect.Server }): void {
  middlewares.use("/v1/sessions", (_request, response) => {
    const shop = { name: "云阶小店", accent: "#0b66e4", radius: 12, locale: "zh-CN" };
    const data = { token: "t", expiresAt: Date.now() + 3_600_000, shopperId: "s1", resume: "r", shop };
    response.setHeader("content-type", "application/json").end(JSON.stringify({ ok: true, data }));
  });
}

/** The development page has no server behind it; this answers the one request that goes out before the socket. */
const fakeSession: Plugin = {
  name: "yiwen-fake-session",
  configureServer: answerSessions,
  configurePreviewServer: answerSessions,
};

export default defineConfig(({ mode, command }) => {
  const own = command === "build" ? (builds[mode]?.() ?? {}) : {};
  return {
    ...own,
    root: command === "serve" ? here("dev") : here("."),
    resolve: { alias },
    plugins: command === "serve" ? [fakeSession] : [leanTokens(), ...(own.plugins ?? [])],
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    css: { lightningcss: { exclude: lightDark } },
    server: { port: 5178 },
    build: {
      ...own.build,
      target,
      cssTarget: target,
      outDir: here("dist"),
      modulePreload: false,
      copyPublicDir: false,
    },
  };
});
