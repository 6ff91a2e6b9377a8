import { type ImportReport, reportCsv, reportJson } from "./import-report.ts";
import { orderNames, placeProblem, rowOfOrder } from "./order-lines.ts";
import { type ImportedOrder, orderFields, readOrder } from "./order-row.ts";

/** What an orders file held. An order is taken whole or reported: half an order would show a wrong sum. */
export type OrdersReport = Omit<ImportReport<never>, "taken"> & { orders: ImportedOrder[] };

export type OrdersOptions = {
  /** The time zone ("Europe/Berlin") of times that name none; China's by default. */
  timeZone?: string;
};

/** Reads a shop's orders: JSON array, JSON Lines, or CSV with a line for each item. */
export function parseOrders(
  text: string,
  format: "json" | "csv",
  { timeZone = "Asia/Shanghai" }: OrdersOptions = {},
): OrdersReport {
  const { taken, ...report } =
    format === "json"
      ? reportJson(text, orderFields, (raw) => readOrder(raw, timeZone))
      : reportCsv(text, {
          names: orderNames,
          needed: ["id", "externalId", "status", "placedAt", "total", "title", "quantity", "price"],
          read: (lines) => {
            const read = readOrder(rowOfOrder(lines), timeZone);
            return read.ok ? { row: read.row, rejected: [] } : { rejected: [placeProblem(read.problem, lines)] };
          },
        });
  return { orders: taken, ...report };
}
