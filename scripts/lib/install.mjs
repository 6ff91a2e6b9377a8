import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { quiet, root, run } from "./environment.mjs";

const stampPath = join(root, "node_modules", ".yiwen-install");

/** The mini-program's tools are heavier than all the rest, and the demo shop runs without them. */
const weappPackages = ["@yiwen/miniprogram*", "@yiwen-examples/weapp-*"];

/** Installs the dependencies when they are not the ones that the lockfile names; the mini-program's where asked for. */
export async function install({ withWeapp = false } = {}) {
  const lock = stampOfLock();
  const installed = existsSync(stampPath) ? readFileSync(stampPath, "utf8") : "";
  if (installed === `${lock} all` || (!withWeapp && installed === lock)) return;
  console.error("Installing the dependencies …");
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const filters = withWeapp ? "" : weappPackages.map((name) => ` --filter "!${name}"`).join("");
  // In one string, because npx is a batch file on Windows and needs a shell there.
  const command = `npx --yes ${packageManager} install --frozen-lockfile${filters}`;
  const code = await run(command, [], { shell: true, stdio: quiet });
  if (code !== 0) throw new Error("the dependencies could not be installed (see above)");
  writeFileSync(stampPath, withWeapp ? `${lock} all` : lock);
}

function stampOfLock() {
  const manifests = ["packages", "packages/miniprogram", "examples"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name, "package.json")),
  );
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", ".pnpmfile.cjs", "package.json", ...manifests]) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(file).update(readFileSync(path));
  }
  return hash.digest("hex");
}
