import type { OrderCard, OrderStatus } from "@yiwen/shared";
import { type Static, Type } from "typebox";
import { Compile } from "typebox/compile";
import { Link, Price, RowId, Text } from "./catalogue-row.ts";
import { isCurrency, readMoney } from "./money.ts";
import { readTime } from "./read-time.ts";
import { firstProblem, isRecord, type ReadRow, rejected, withoutBlanks } from "./rejection.ts";

/** An order as it is imported; `externalId` is its shopper in the shop's own systems. */
export type ImportedOrder = OrderCard & { externalId: string };

const Time = Type.Union([Type.String({ maxLength: 40 }), Type.Integer()]);

const OrderItem = Type.Object({
  productId: Type.Optional(RowId),
  title: Text(200),
  quantity: Type.Union([Type.Integer({ minimum: 1, maximum: 100_000 }), Type.String({ pattern: "^0*[1-9]\\d{0,4}$" })]),
  price: Price,
  image: Type.Optional(Link),
});

/** One order as shops give it; prices in major units. */
export const OrderRow = Type.Object({
  id: RowId,
  externalId: RowId,
  status: Text(20),
  placedAt: Time,
  total: Price,
  currency: Type.Optional(Type.String({ maxLength: 8 })),
  items: Type.Array(OrderItem, { minItems: 1, maxItems: 200 }),
  carrier: Type.Optional(Text(60)),
  trackingNumber: Type.Optional(Type.Union([Text(64), Type.Integer()])),
  /** What the carrier reported, in any order; the latest is shown. */
  events: Type.Optional(Type.Array(Type.Object({ at: Time, text: Text(300) }), { maxItems: 500 })),
});

type OrderRow = Static<typeof OrderRow>;

/** The names of the fields that mean something; others are ignored and named in the report. */
export const orderFields = Object.keys(OrderRow.properties);

const statuses: Record<string, OrderStatus> = {
  unpaid: "unpaid",
  待付款: "unpaid",
  paid: "paid",
  已付款: "paid",
  待发货: "paid",
  shipped: "shipped",
  已发货: "shipped",
  待收货: "shipped",
  delivered: "delivered",
  已签收: "delivered",
  completed: "completed",
  已完成: "completed",
  cancelled: "cancelled",
  已取消: "cancelled",
  refunding: "refunding",
  退款中: "refunding",
  refunded: "refunded",
  已退款: "refunded",
};

const validator = Compile(OrderRow);

const reasons: Record<string, string> = {
  id: "must be text of 1 to 128 characters",
  externalId: "must be text of 1 to 128 characters",
  productId: "must be text of 1 to 128 characters",
  price: "is not a price in major units, such as 199 or 199.90",
  total: "is not a price in major units, such as 199 or 199.90",
  currency: "is not an ISO 4217 currency such as CNY",
  quantity: "must be a whole number from 1",
  placedAt: "is not a time such as 2026-11-02T09:30:00+08:00",
  at: "is not a time such as 2026-11-02T09:30:00+08:00",
  image: "must begin with http://, https:// or /",
  status: `must be one of ${[...new Set(Object.values(statuses))].join(", ")}`,
};

/** Checks one order and turns it into a card; `zone` is the time zone of times that name none. */
export function readOrder(raw: unknown, zone: string): ReadRow<ImportedOrder> {
  if (!isRecord(raw)) return rejected("", "is not an object", raw);
  const row = tidy(raw);
  if (!validator.Check(row)) return { ok: false, problem: firstProblem(validator.Errors(row), row, reasons) };
  const currency = (row.currency ?? "CNY").trim().toUpperCase();
  if (!isCurrency(currency)) return rejected("currency", reasons.currency!, row.currency);
  const status = statuses[row.status.trim().toLowerCase()];
  if (!status) return rejected("status", reasons.status!, row.status);
  const placedAt = readTime(row.placedAt, zone);
  if (placedAt === undefined) return rejected("placedAt", reasons.placedAt!, row.placedAt);
  const total = readMoney(row.total, currency);
  if (!total) return rejected("total", reasons.total!, row.total);
  const items = readItems(row.items, currency);
  if (!items.ok) return items;
  const latest = readLatest(row.events ?? [], zone);
  if (!latest.ok) return latest;
  return {
    ok: true,
    row: {
      id: String(row.id).trim(),
      externalId: String(row.externalId).trim(),
      status,
      placedAt,
      total,
      items: items.row,
      ...(row.carrier !== undefined && { carrier: row.carrier.trim() }),
      ...(row.trackingNumber !== undefined && { trackingNumber: String(row.trackingNumber).trim() }),
      ...(latest.row && { latest: latest.row }),
    },
  };
}

function tidy(raw: Record<string, unknown>): Record<string, unknown> {
  const row = withoutBlanks(raw);
  if (Array.isArray(row.items)) row.items = row.items.map((item) => (isRecord(item) ? withoutBlanks(item) : item));
  return row;
}

function readItems(rows: OrderRow["items"], currency: string): ReadRow<OrderCard["items"]> {
  const items: OrderCard["items"] = [];
  for (const [i, { productId, title, quantity, price, image }] of rows.entries()) {
    const money = readMoney(price, currency);
    if (!money) return rejected(`items[${i}].price`, reasons.price!, price);
    items.push({
      ...(productId !== undefined && { productId: String(productId).trim() }),
      title: title.trim(),
      quantity: Number(quantity),
      price: money,
      ...(image !== undefined && { image }),
    });
  }
  return { ok: true, row: items };
}

function readLatest(events: NonNullable<OrderRow["events"]>, zone: string): ReadRow<OrderCard["latest"]> {
  let latest: OrderCard["latest"];
  for (const [i, event] of events.entries()) {
    const at = readTime(event.at, zone);
    if (at === undefined) return rejected(`events[${i}].at`, reasons.at!, event.at);
    if (!latest || at >= latest.at) latest = { at, text: event.text.trim() };
  }
  return { ok: true, row: latest };
}
