import { fileURLToPath } from "node:url";
import { build } from "vite";

let built: Promise<string> | undefined;

/** The core as it is shipped, built from the sources as they are now; once in a process. */
export function builtCore(): Promise<string> {
  built ??= buildCore();
  return built;
}

async function buildCore(): Promise<string> {
  const configFile = fileURLToPath(new URL("../../vite.config.mts", import.meta.url));
  const output = await build({ configFile, configLoader: "runner", logLevel: "error", build: { write: false } });
  const [first] = Array.isArray(output) ? output : [output];
  if (!first || !("output" in first)) throw new Error("nothing was built");
  return first.output[0].code;
}
