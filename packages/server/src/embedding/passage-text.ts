import { createHash } from "node:crypto";
import type { Passage } from "../dialogue/facts.ts";
import { createMask } from "../model/mask.ts";

/** Longest text that is sent, in UTF-16 code units: whole passages are shorter, but for their wordings. */
const longest = 2000;

/** What of a passage becomes its vector, with what is personal hidden: its title, its wordings, its text. */
export function passageText({ title, variants = [], text }: Passage): string {
  return createMask().hide([title, ...variants, text].join("\n").slice(0, longest));
}

/** By which it is seen that a text changed. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}
