import { readFileSync, writeFileSync } from "node:fs";

/** Writes `<name>.bin` and its scales, `<name>.json`; answers false, and touches nothing, where they are the same already. */
export function writeWeights(
  folder: URL,
  name: string,
  { bytes, scales }: { bytes: Uint8Array; scales: object },
): boolean {
  const [weights, numbers] = [new URL(`${name}.bin`, folder), new URL(`${name}.json`, folder)];
  const written = `${JSON.stringify({ scales }, null, 2)}\n`;
  if (isSame(weights, Buffer.from(bytes)) && isSame(numbers, Buffer.from(written))) return false;
  writeFileSync(weights, bytes);
  writeFileSync(numbers, written);
  return true;
}

function isSame(path: URL, bytes: Buffer): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}
