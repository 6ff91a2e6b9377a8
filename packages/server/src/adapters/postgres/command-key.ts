import { hash } from "node:crypto";

/** What a command is found by again: 128 bits of a hash over who sent it and the id it was given, as a hex uuid. */
export function commandKey(shop: string, actor: string, command: string): string {
  return hash("sha256", `${shop}/${actor}/${command}`, "hex").slice(0, 32);
}
