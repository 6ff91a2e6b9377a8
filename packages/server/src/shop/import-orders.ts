import { parseOrders } from "../imports/parse-orders.ts";
import type { ImportFile } from "./import-report.ts";

/** Takes over every good row of an orders file; an order with a known id is replaced. Times without a zone are the shop's own. */
export const importOrders: ImportFile = async ({ shopData, directory }, shop, { text, format }) => {
  const timeZone = (await directory.shop(shop))?.settings.hours.timeZone;
  const { orders, rejected, rows, ignored } = parseOrders(text, format, { ...(timeZone && { timeZone }) });
  const saved = orders.map(({ externalId, ...order }) => ({ externalId, order }));
  if (saved.length > 0) await shopData.saveOrders(shop, saved);
  return { rows, imported: saved.length, rejected, ignored };
};
