import { sheetOf } from "../platform/style-sheet.ts";

/**
 * The launcher's colours. Whether the icon is light or dark goes by brightness as the eye weighs it; texts are
 * measured properly by the chat. Anything but `#rrggbb` could end the rule and begin another, so it gives none.
 */
export function accentSheet(accent = ""): CSSStyleSheet {
  if (!/^#[\da-f]{6}$/i.test(accent)) return sheetOf("");
  const colour = Number.parseInt(accent.slice(1), 16);
  const isBright = (colour >> 16) * 3 + ((colour >> 8) & 255) * 6 + (colour & 255) > 1500;
  return sheetOf(`:host{--yw-accent:${accent};--yw-on-accent:${isBright ? "#12141a" : "#fff"}}`);
}
