import type { By, ShopperRef } from "@yiwen/shared";
import type { Texts } from "../i18n/index.ts";

/** What a shopper is called: their name, else "顾客 3F2A" from the end of their id, always the same for the same one. */
export function shopperName(shopper: ShopperRef, t: Texts): string {
  return shopper.name ?? t.shopperName(shortCode(shopper.id));
}

/** What a shopper's avatar is made from: their name, else their code, so that it is the same in every language. */
export function avatarName(shopper: ShopperRef): string {
  return shopper.name ?? shortCode(shopper.id);
}

function shortCode(id: string): string {
  return id
    .replace(/[^A-Za-z0-9]/g, "")
    .slice(-4)
    .toUpperCase();
}

/** Who said something, for the line over a group of bubbles. */
export function speakerName(by: By, shopper: ShopperRef, meId: string, t: Texts): string {
  if (by.kind === "shopper") return shopperName(shopper, t);
  if (by.kind === "agent") return by.id === meId ? t.inbox.you : (by.name ?? t.speaker.agent);
  return t.speaker[by.kind];
}

/** One or two letters for an avatar: the last two of a Chinese name, the initials of a Latin one. */
export function initials(name: string): string {
  const trimmed = name.trim();
  if (/[\u3400-\u9fff]/.test(trimmed)) return [...trimmed.replace(/\s+/g, "")].slice(-2).join("");
  const words = trimmed.split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)].map((word) => word?.[0] ?? "") : [trimmed.slice(0, 2)];
  return letters.join("").toUpperCase();
}
