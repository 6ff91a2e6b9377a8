import { parseOrders } from "../imports/parse-orders.ts";
import type { ShopData } from "../ports/shop-data.ts";
import type { ImportFormat, ImportOutcome } from "./import-report.ts";

/** Takes over every good row of an orders file; an order with a known id is replaced. */
export async function importOrders(
  shopData: ShopData,
  shop: string,
  file: { text: string; format: ImportFormat },
): Promise<ImportOutcome> {
  const { orders, rejected, rows, ignored } = parseOrders(file.text, file.format);
  const saved = orders.map(({ externalId, ...order }) => ({ externalId, order }));
  if (saved.length > 0) await shopData.saveOrders(shop, saved);
  return { rows, imported: saved.length, rejected, ignored };
}
