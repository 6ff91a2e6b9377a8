// Builds the chat subpackage for native hosts: Taro's `--blended` app, made fit to lie inside another app.
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { slimTemplates } from "./slim-templates.mjs";

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const app = here("subpackage");
const built = join(app, "dist");
const target = here("subpackage_dist");

const taro = createRequire(join(app, "package.json")).resolve("@tarojs/cli/bin/taro");
const { status, stderr } = spawnSync(process.execPath, [taro, "build", "--type", "weapp", "--blended"], {
  cwd: app,
  env: { ...process.env, NODE_ENV: "production" },
  // Its progress bars are of no use in a log.
  stdio: ["ignore", "ignore", "pipe"],
});
if (status !== 0) throw new Error(`Taro could not build the subpackage: ${stderr}`);

rmSync(target, { recursive: true, force: true });
// The host has an app.json and a project of its own.
const isKept = (path) => !/^(app\.json|project\.config\.json|.*\.LICENSE\.txt)$/.test(basename(path));
cpSync(built, target, { recursive: true, filter: isKept });

for (const entry of readdirSync(target, { recursive: true })) {
  const path = join(target, entry);
  if (/(^comp|pages.*)\.js$/.test(entry)) {
    // Nobody runs our app.js but we ourselves: the app is the host's. And WeChat takes what registers itself while a
    // file runs for that file, so each of them must run it first.
    const depth = entry.split(/[\\/]/).length - 1;
    writeFileSync(path, `require("${"../".repeat(depth) || "./"}app.js");${readFileSync(path, "utf8")}`);
  } else if (entry === "base.wxml") {
    writeFileSync(path, slimTemplates(readFileSync(path, "utf8")));
  }
}
