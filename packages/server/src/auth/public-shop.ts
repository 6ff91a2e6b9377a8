import type { Channel, PublicShop } from "@yiwen/shared";
import type { Shop } from "../ports/directory.ts";

/** What everyone may know of a shop, as far as it concerns a channel. */
export function publicShop({ name, settings }: Shop, channel: Channel = "web"): PublicShop {
  const { accent, radius, locale, weapp } = settings;
  const { replyTemplateId, contactFallback } = weapp;
  const forWeapp = { weapp: { ...(replyTemplateId && { replyTemplateId }), contactFallback } };
  return { name, accent, radius, locale, ...(channel === "weapp" && forWeapp) };
}
