import { expect, it } from "vitest";
import { parseOrders } from "./parse-orders.ts";

const item = { productId: "A1", title: "T恤", quantity: 2, price: "99.50" };
const order = {
  id: "O1",
  externalId: "lin",
  status: "shipped",
  placedAt: "2026-11-02T09:30:00+08:00",
  total: 199,
  items: [item],
};
const json = (...rows: unknown[]) => parseOrders(JSON.stringify(rows), "json");
const placedAt = Date.UTC(2026, 10, 2, 1, 30);

it("IM16 reads an order into its card and its shopper's id", () => {
  expect(json({ ...order, carrier: "山雀速运", trackingNumber: 7788 })).toEqual({
    orders: [
      {
        id: "O1",
        externalId: "lin",
        status: "shipped",
        placedAt,
        total: { amount: 19900, currency: "CNY" },
        items: [{ productId: "A1", title: "T恤", quantity: 2, price: { amount: 9950, currency: "CNY" } }],
        carrier: "山雀速运",
        trackingNumber: "7788",
      },
    ],
    rejected: [],
    rows: 1,
    ignored: [],
  });
});

it("IM16 understands Chinese statuses", () => {
  const words = ["待付款", "待发货", "已发货", "已签收", "已完成", "已取消", "退款中", "已退款"];
  const report = json(...words.map((status, i) => ({ ...order, id: i, status })));
  expect(report.orders.map(({ status }) => status)).toEqual([
    "unpaid",
    "paid",
    "shipped",
    "delivered",
    "completed",
    "cancelled",
    "refunding",
    "refunded",
  ]);
});

it("IM16 rejects an order whole for anything that is missing or wrong", () => {
  const { externalId: _, ...nobody } = order;
  const report = json(
    nobody,
    { ...order, status: "lost" },
    { ...order, items: [] },
    { ...order, items: [item, { ...item, price: "-1" }] },
    { ...order, items: [{ ...item, quantity: 0 }] },
    { ...order, currency: "RMB" },
    { ...order, total: 1.234 },
    order,
    order,
  );
  expect(report.orders).toHaveLength(1);
  expect(report.rejected.map(({ field }) => field)).toEqual([
    "externalId",
    "status",
    "items",
    "items[1].price",
    "items[0].quantity",
    "currency",
    "total",
    "id",
  ]);
});

it.each([
  ["2026-11-02 09:30", placedAt],
  ["2026/11/2 9:30:00", placedAt],
  ["2026-11-02T01:30:00Z", placedAt],
  [placedAt, placedAt],
  [placedAt / 1000, placedAt],
  [String(placedAt), placedAt],
  ["2026-11-02", Date.UTC(2026, 10, 1, 16)],
  ["2026-02-30", undefined],
  ["2026-11-02 25:00", undefined],
  ["yesterday", undefined],
])("IM17 reads the time %s", (value, at) => {
  const report = json({ ...order, placedAt: value });
  expect(report.orders[0]?.placedAt).toBe(at);
  expect(report.rejected.length).toBe(at === undefined ? 1 : 0);
});

it.each([
  ["UTC", "2026-11-02 01:30", "2026-11-02T01:30Z"],
  ["Europe/Berlin", "2026-11-02 02:30", "2026-11-02T01:30Z"],
  ["Europe/Berlin", "2026-07-02 02:30", "2026-07-02T00:30Z"],
  ["America/New_York", "2026-03-08 01:59:59", "2026-03-08T06:59:59Z"],
  ["America/New_York", "2026-03-08 03:00", "2026-03-08T07:00Z"],
  // The hour that is left out in spring, and the one that comes twice in autumn.
  ["America/New_York", "2026-03-08 02:30", "2026-03-08T07:30Z"],
  ["America/New_York", "2026-11-01 01:30", "2026-11-01T05:30Z"],
  ["America/New_York", "2026-11-01 02:00", "2026-11-01T07:00Z"],
  ["Asia/Kolkata", "2026-11-02", "2026-11-01T18:30Z"],
  ["America/New_York", "2026-11-02T01:30:00+08:00", "2026-11-01T17:30Z"],
  ["Nowhere/Land", "2026-11-02 01:30", "2026-11-02T01:30Z"],
])("IM17 reads a time without a zone on the clock of %s: %s", (timeZone, value, at) => {
  const rows = JSON.stringify([{ ...order, placedAt: value, events: [{ at: value, text: "-" }] }]);
  const [read] = parseOrders(rows, "json", { timeZone }).orders;
  expect([read?.placedAt, read?.latest?.at]).toEqual([Date.parse(at), Date.parse(at)]);
});

it("IM18 shows the latest logistics event, whatever their order", () => {
  const events = [
    { at: "2026-11-03 08:00", text: "派送中" },
    { at: "2026-11-02 20:00", text: "已揽收" },
  ];
  expect(json({ ...order, events }).orders[0]?.latest).toEqual({ at: Date.UTC(2026, 10, 3, 0), text: "派送中" });
  expect(json({ ...order, events: [{ at: "soon", text: "x" }] }).rejected[0]?.field).toBe("events[0].at");
});

it("IM19 reads CSV lines of one id as items of one order and places problems at their line", () => {
  const text = [
    "订单号,买家编号,状态,下单时间,实付,商品编号,商品标题,数量,单价,物流公司,运单号,物流时间,物流动态",
    "O1,lin,已发货,2026-11-02 09:30,208,A1,T恤,2,99.5,山雀速运,SQ1,2026-11-03 08:00,派送中",
    "O1,,,,,A2,袜子,1,9,,,,",
    "O2,lin,已完成,2026-11-02 09:30,9,A2,袜子,1,9,,,,",
    "O2,,,,,A1,T恤,一,99,,,,",
  ].join("\n");
  const report = parseOrders(text, "csv");
  expect(report.orders).toMatchObject([
    {
      id: "O1",
      externalId: "lin",
      status: "shipped",
      placedAt,
      items: [
        { title: "T恤", quantity: 2 },
        { title: "袜子", quantity: 1 },
      ],
      trackingNumber: "SQ1",
      latest: { text: "派送中" },
    },
  ]);
  expect(report.rejected).toEqual([{ line: 5, field: "数量", reason: expect.any(String), value: "一" }]);
});
