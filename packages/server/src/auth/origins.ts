import type { Channel } from "@yiwen/shared";
import type { Shop } from "../ports/directory.ts";

/**
 * Whether pages of this origin may open sessions with the shop. Only browsers send an origin, and no page can forge it;
 * a request without one comes from a server or an app, where this protects nobody. A mini-program has no origin of its
 * own, whatever WeChat sends; it is let in by WeChat's code or the shop's identity, which no page has.
 */
export function isOriginAllowed(
  { settings }: Pick<Shop, "settings">,
  origin: string | undefined,
  channel: Channel,
): boolean {
  if (origin === undefined || channel === "weapp") return true;
  return settings.allowedOrigins.some((allowed) => allowed === "*" || allowed.toLowerCase() === origin.toLowerCase());
}
