import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { folder } from "./read.ts";

type Manifest = { apiVersion: string; kind: string };

/**
 * What does not fit the types of Kubernetes' API in these manifests: a field that it doesn't know, one that is missing,
 * or a value of another type. The compiler says it, because it is the one that knows the types.
 */
export async function typeErrors(manifests: Manifest[]): Promise<string> {
  const scratch = mkdtempSync(join(folder, ".types-"));
  try {
    writeFileSync(join(scratch, "manifests.ts"), manifests.map(asConstant).join("\n"));
    const options =
      "--ignoreConfig --noEmit --strict --skipLibCheck --types --module esnext --moduleResolution bundler";
    await promisify(execFile)("tsc", [...options.split(" "), join(scratch, "manifests.ts")]);
    return "";
  } catch (error) {
    return (error as { stdout: string }).stdout || String(error);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function asConstant(manifest: Manifest, n: number): string {
  const [group, version] = manifest.apiVersion.includes("/")
    ? manifest.apiVersion.split("/")
    : ["core", manifest.apiVersion];
  const module = `kubernetes-types/${group?.split(".")[0]}/${version}`;
  return `export const m${n}: import("${module}").${manifest.kind} = ${JSON.stringify(manifest, undefined, 1)};`;
}
