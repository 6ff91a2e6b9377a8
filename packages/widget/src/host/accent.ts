import { sheetOf } from "../platform/style-sheet.ts";

/**
 * The launcher's colours. Whether the icon is light or dark goes by the red and the green, which carry the brightness; texts are
 * measured properly by the chat. Anything but `#rrggbb` could end the rule and begin another, so it gives none.
 */
export function accentSheet(accent = ""): CSSStyleSheet {
  if (!/^#[\da-f]{6}$/i.test(accent)) return sheetOf("");
  const colour = Number(accent.replace("#", "0x"));
  const isBright = (colour >> 16) + ((colour >> 8) & 255) * 2 > 450;
  return sheetOf(`:host{--yw-accent:${accent};--yw-on-accent:${isBright ? "#111" : "#fff"}}`);
}
