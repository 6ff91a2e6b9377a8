import type { Shop } from "../ports/directory.ts";

/**
 * Whether pages of this origin may open sessions with the shop. Only browsers send an origin, and no page can forge it;
 * a request without one comes from a server or an app, where this protects nobody.
 */
export function isOriginAllowed({ settings }: Pick<Shop, "settings">, origin: string | undefined): boolean {
  if (origin === undefined) return true;
  return settings.allowedOrigins.some((allowed) => allowed === "*" || allowed.toLowerCase() === origin.toLowerCase());
}
