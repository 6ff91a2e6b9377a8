import { type ImportReport, reportCsv, reportJson } from "./import-report.ts";
import { orderNames, placeProblem, rowOfOrder } from "./order-lines.ts";
import { type ImportedOrder, orderFields, readOrder } from "./order-row.ts";

/** What an orders file held. An order is taken whole or reported: half an order would show a wrong sum. */
export type OrdersReport = Omit<ImportReport<never>, "taken"> & { orders: ImportedOrder[] };

export type OrdersOptions = {
  /** Minutes east of UTC of times that name no zone; China's by default. */
  offset?: number;
};

/** Reads a shop's orders: JSON array, JSON Lines, or CSV with a line for each item. */
export function parseOrders(text: string, format: "json" | "csv", { offset = 480 }: OrdersOptions = {}): OrdersReport {
  const { taken, ...report } =
    format === "json"
      ? reportJson(text, orderFields, (raw) => readOrder(raw, offset))
      : reportCsv(text, {
          names: orderNames,
          needed: ["id", "externalId", "status", "placedAt", "total", "title", "quantity", "price"],
          read: (lines) => {
            const read = readOrder(rowOfOrder(lines), offset);
            return read.ok ? { row: read.row, rejected: [] } : { rejected: [placeProblem(read.problem, lines)] };
          },
        });
  return { orders: taken, ...report };
}
