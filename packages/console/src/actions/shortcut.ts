import { isComposing } from "../platform/is-composing.ts";
import type { Action } from "./action.ts";

/** What of a keyboard event decides a shortcut. */
export type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "keyCode">;

/** The action that a key press stands for; `isTyping` leaves only the combinations with Mod or Alt. */
export function actionFor(press: Press, isTyping: boolean, actions: readonly Action[]): Action | undefined {
  if (isComposing(press)) return undefined;
  return actions.find((action) => action.keys?.some((keys) => matches(keys, press) && !(isTyping && isPlain(keys))));
}

function isPlain(keys: string): boolean {
  return !keys.includes("+");
}

/** Letters with Alt are matched by place, since a Mac writes another character for them. */
function matches(keys: string, press: Press): boolean {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  const wantsMod = parts.includes("Mod");
  const wantsAlt = parts.includes("Alt");
  if (wantsMod !== (press.ctrlKey || press.metaKey) || wantsAlt !== press.altKey) return false;
  return press.key.toLowerCase() === key.toLowerCase() || (wantsAlt && press.code === `Key${key.toUpperCase()}`);
}

/** The keys as the reader's keyboard names them, one list item a key. */
export function keyNames(keys: string, isMac: boolean): string[] {
  return keys.split("+").map((key) => {
    if (key === "Mod") return isMac ? "⌘" : "Ctrl";
    if (key === "Alt") return isMac ? "⌥" : "Alt";
    if (key === "Escape") return "Esc";
    return key.toUpperCase();
  });
}
