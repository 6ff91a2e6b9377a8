import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { quiet, root, run } from "./environment.mjs";

const stampPath = join(root, "node_modules", ".yiwen-install");

/** Installs the dependencies when they are not the ones that the lockfile names. */
export async function install() {
  const stamp = stampOfLock();
  if (existsSync(stampPath) && readFileSync(stampPath, "utf8") === stamp) return;
  console.error("Installing the dependencies …");
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  // In one string, because npx is a batch file on Windows and needs a shell there.
  const code = await run(`npx --yes ${packageManager} install --frozen-lockfile`, [], { shell: true, stdio: quiet });
  if (code !== 0) throw new Error("the dependencies could not be installed (see above)");
  writeFileSync(stampPath, stamp);
}

function stampOfLock() {
  const manifests = ["packages", "examples"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name, "package.json")),
  );
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", ...manifests]) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(file).update(readFileSync(path));
  }
  return hash.digest("hex");
}
