import type { CsvLine } from "./import-report.ts";
import { type Problem, problem } from "./rejection.ts";

/** How the columns of an orders file may be called, beside the field's own name. */
export const orderNames = {
  id: ["订单号", "订单编号", "orderId"],
  externalId: ["买家编号", "会员编号", "顾客编号", "shopper", "shopperId"],
  status: ["状态", "订单状态"],
  placedAt: ["下单时间", "createdAt"],
  total: ["实付", "实付金额", "总价", "订单金额"],
  currency: ["币种", "货币"],
  productId: ["商品编号", "商品id"],
  title: ["商品标题", "商品名称", "标题"],
  quantity: ["数量", "qty"],
  price: ["单价", "价格"],
  image: ["图片"],
  carrier: ["快递公司", "物流公司", "承运商"],
  trackingNumber: ["运单号", "快递单号", "物流单号"],
  eventAt: ["物流时间"],
  eventText: ["物流动态", "物流信息"],
} as const;

type OrderField = keyof typeof orderNames;
const itemFields = ["productId", "title", "quantity", "price", "image"] as const;
const eventFields = ["eventAt", "eventText"] as const;

type OrderLine = CsvLine<OrderField>;

/** The lines of one order id as the JSON row they stand for: each with a title is an item, each with a carrier's word an event. */
export function rowOfOrder(lines: OrderLine[]): Record<string, unknown> {
  const order: Record<string, unknown> = Object.assign({}, ...lines.map(({ fields }) => fields).reverse());
  for (const field of [...itemFields, ...eventFields]) delete order[field];
  const items = lines.map(({ fields }) => pick(fields, itemFields)).filter((item) => Object.keys(item).length > 0);
  const events = lines
    .map(({ fields }) => ({ at: fields.eventAt, text: fields.eventText }))
    .filter(({ at, text }) => at !== undefined || text !== undefined);
  return { ...order, items, events };
}

/** Where an order's problem stands in the file: the line of its item, and the column's own name. */
export function placeProblem(found: Problem, lines: OrderLine[]): Problem & { line: number } {
  const [, list, index, field] = /^(items|events)\[(\d+)\]\.(\w+)$/.exec(found.field) ?? [];
  const first = lines[0]?.line ?? 0;
  if (list === undefined) return { ...found, line: first };
  const own = list === "items" ? itemFields : eventFields;
  const line =
    lines.filter(({ fields }) => own.some((name) => fields[name] !== undefined))[Number(index)]?.line ?? first;
  const name = list === "items" ? (field ?? "") : field === "at" ? "eventAt" : "eventText";
  return { ...problem(name, found.reason, found.value), line };
}

function pick<F extends OrderField>(fields: OrderLine["fields"], wanted: readonly F[]): Partial<Record<F, string>> {
  const entries = wanted.flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field]]]));
  return Object.fromEntries(entries);
}
