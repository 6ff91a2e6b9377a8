import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { environment, findNode, quiet, root, run, runScript } from "./environment.mjs";

/** What is built together: from which folders of `packages`, and a file of each by which one sees that it is there. */
const product = {
  stamp: ".yiwen-build",
  folders: ["shared", "server", "widget", "console"],
  files: ["shared/dist/index.js", "server/dist/cli/main.js", "widget/dist/yiwen.js", "console/dist/index.html"],
};
/** The mini-program's core is nothing that a server serves, so nobody who starts one waits for it. */
const weappCore = {
  stamp: ".yiwen-build-weapp-core",
  folders: ["shared/src", "widget/src", "miniprogram/src/core", "miniprogram/src/view", "miniprogram/build"],
  files: [
    "miniprogram/miniprogram_dist/index.js",
    "miniprogram/miniprogram_dist/index.d.ts",
    "miniprogram/view_dist/index.mjs",
  ],
};
/** The chat page for native hosts, and the two example shops, all made by Taro, which takes its time. */
const weappApps = {
  stamp: ".yiwen-build-weapp",
  folders: [...weappCore.folders, "miniprogram/src/taro", "miniprogram/subpackage", "../examples"],
  files: ["miniprogram/subpackage_dist/pages/chat/chat.js"],
};

/** Nothing in these, and no test, is built. */
const skipped = new Set(["node_modules", "dist", "test", "e2e", "data", "migrations"]);

/** Builds server, widget and console when a source is not the one that was built last. */
export function build() {
  return whenChanged(product, buildProduct);
}

/** Builds the mini-program's core when a source is not the one that was built last. */
export function buildWeappCore() {
  return whenChanged(weappCore, async () => {
    const code = await buildClient("miniprogram");
    if (code !== 0) throw new Error("the mini-program's core could not be built (see above)");
  });
}

/** Builds the chat's subpackage and the example shops for WeChat, on top of the core. */
export async function buildWeapp() {
  await buildWeappCore();
  return whenChanged(weappApps, async () => {
    const subpackage = runSilently(join(root, "packages", "miniprogram"), "node build/subpackage.mjs");
    // Both at once; the native shop only copies what the first has made.
    await Promise.all([subpackage.then(() => buildExample("weapp-native")), buildExample("weapp-shop")]);
  });
}

function buildExample(name) {
  const folder = join(root, "examples", name);
  const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return runSilently(folder, scripts.build);
}

/** Taro paints a progress bar for every module; what it says is shown only when it fails. */
async function runSilently(folder, script) {
  const log = join(root, "node_modules", `.yiwen-${basename(folder)}.log`);
  const output = openSync(log, "w");
  const code = await runScript(folder, script, { stdio: ["ignore", output, output] });
  closeSync(output);
  if (code !== 0) throw new Error(`"${script}" failed in ${folder}:\n${readFileSync(log, "utf8").slice(-4000)}`);
}

async function whenChanged({ stamp: name, folders, files }, work) {
  const path = join(root, "node_modules", name);
  const stamp = stampOfSources(folders);
  const isThere = files.every((file) => existsSync(join(root, "packages", file)));
  if (isThere && existsSync(path) && readFileSync(path, "utf8") === stamp) return;
  console.error("Building …");
  rmSync(path, { force: true });
  await work();
  writeFileSync(path, stamp);
}

async function buildProduct() {
  // The types of the shared package come first: the widget's own types are made from them.
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const compiled = run(findNode(), [tsc, "-b", "tsconfig.build.json"], { env: environment(), stdio: quiet });
  if ((await compiled) !== 0) throw new Error("the server could not be compiled (see above)");
  const codes = await Promise.all(["widget", "console"].map(buildClient));
  if (codes.some((code) => code !== 0)) throw new Error("the widget or the console could not be built (see above)");
}

function buildClient(name) {
  const folder = join(root, "packages", name);
  const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return runScript(folder, scripts.build, { stdio: quiet });
}

function stampOfSources(folders) {
  const hash = createHash("sha256").update(process.platform);
  for (const file of ["pnpm-lock.yaml", "tsconfig.base.json", "tsconfig.build.json"]) note(hash, join(root, file));
  for (const folder of folders) walk(join(root, "packages", folder), hash);
  return hash.digest("hex");
}

function walk(folder, hash) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) walk(path, hash);
    } else if (!/\.(test|contract|e2e)\.tsx?$|\.tsbuildinfo$|\.md$/.test(entry.name)) {
      note(hash, path);
    }
  }
}

function note(hash, path) {
  const { size, mtimeMs } = statSync(path);
  hash.update(`${path} ${size} ${mtimeMs}\n`);
}
