import type { PublicShop } from "@yiwen/shared";
import type { Shop } from "../ports/directory.ts";

/** What everyone may know of a shop. */
export function publicShop({ name, settings }: Shop): PublicShop {
  const { accent, radius, locale } = settings;
  return { name, accent, radius, locale };
}
