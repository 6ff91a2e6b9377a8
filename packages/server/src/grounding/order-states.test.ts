import type { OrderStatus } from "@yiwen/shared";
import { describe, expect, test } from "vitest";
import { orderSource } from "../model/render.ts";
import { createCheck } from "./check.ts";
import type { GroundSource } from "./source.ts";

function order(id: string, status: OrderStatus, title = "云朵纯棉圆领T恤"): GroundSource {
  const total = { amount: 9900, currency: "CNY" };
  const items = [{ title, quantity: 1, price: total }];
  return orderSource({ id, status, placedAt: Date.UTC(2026, 4, 18), total, items }, "zh", "UTC");
}

const shipped = order("YW20001", "shipped");
const paid = order("YW20002", "paid", "晨雾不锈钢保温杯");
const delivered = order("YW20003", "delivered", "橡木双人床");
const cancelled = order("YW20004", "cancelled", "轻跑运动鞋");

const unfounded = (draft: string, sources: GroundSource[], asked = "") => createCheck(sources, asked)(draft).unfounded;

describe("states of orders", () => {
  const right: [string, GroundSource[], string?][] = [
    ["订单 YW20001 已发货，订单 YW20002 还没发货", [shipped, paid]],
    ["您的T恤已经发货了，保温杯还未发货", [shipped, paid]],
    ["您的订单已发货", [shipped, delivered, cancelled]],
    ["您的订单已发货", [paid, shipped], "YW20001发货没"],
    ["订单 YW20004 已取消", [shipped, cancelled]],
    ["已送到，签收了", [delivered]],
    ["It's been shipped", [shipped]],
    ["It arrived", [delivered]],
    ["您的退款已到账", [order("YW1", "refunded")]],
    ["您的订单发货了吗？我看一下", [paid]],
    ["订单发货了吗", [paid]],
    ["Has it been shipped?", [paid]],
    ["如果签收了，就不能取消了", [shipped]],
    ["一般付款后很快就到了", [paid]],
    ["Orders are shipped from our own warehouse.", [paid]],
    ["运输中如有破损可以联系我们", [paid]],
    ["包裹已到达杭州转运中心，正在运输中", [shipped]],
  ];
  test.each(right)("MD5 %s is right", (draft, sources, asked) => expect(unfounded(draft, sources, asked)).toEqual([]));

  const wrong: [string, GroundSource[], string?][] = [
    ["订单 YW20001 已发货，订单 YW20002 也已发货", [shipped, paid]],
    ["订单 YW20001 和 YW20002 的情况：YW20001 已发货。YW20002 发货了。", [shipped, paid]],
    ["已发货（订单 YW20002）", [shipped, paid]],
    ["您的保温杯已发货", [shipped, paid]],
    ["您的订单已发货", [shipped, paid], "YW20002发货没"],
    ["第二个订单也发货了", [shipped, paid]],
    ["您的订单已签收", [shipped, delivered]],
    ["您的订单发货了", [paid]],
    ["已为您发货", [paid]],
    ["您的订单已 发 货", [paid]],
    ["您的订单已**发货**", [paid]],
    ["已经揽收", [paid]],
    ["您的包裹在派送中", [paid]],
    ["签收了", [shipped]],
    ["已送到", [shipped]],
    ["包裹到了", [shipped]],
    ["快递已放到驿站", [shipped]],
    ["如您所见订单已签收", [shipped]],
    ["您的T恤等商品已签收", [shipped]],
    ["您的订单是已签收的", [shipped]],
    ["订单取消了", [shipped]],
    ["退款到账了", [shipped]],
    ["货款退回您的账户了", [shipped]],
    ["It's been shipped", [paid]],
    ["It’s been shipped", [paid]],
    ["Your order shipped", [paid]],
    ["order YW20002 has been dispatched", [shipped, paid]],
    ["It arrived", [shipped]],
    ["Your parcel has arrived", [shipped]],
    ["The refund has been issued", [shipped]],
    ["已付款", [order("YW9", "unpaid")]],
  ];
  test.each(wrong)("MD5 %s is not so", (draft, sources, asked) =>
    expect(unfounded(draft, sources, asked)).not.toEqual([]),
  );
});
