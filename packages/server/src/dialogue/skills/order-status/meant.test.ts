import type { OrderCard, OrderStatus } from "@yiwen/shared";
import { expect, test } from "vitest";
import { demoFacts } from "../../../../test/support/demo-facts.ts";
import { type Played, play, wordsOf } from "../../../../test/support/dialogue-shop.ts";

const facts = { ...demoFacts(), isSignedIn: true };
const at = facts.now - 86_400_000;

function order(id: string, productId: string, status: OrderStatus, latest?: string): OrderCard {
  const { title, price } = facts.catalogue.get(productId)!;
  const items = [{ productId, title, quantity: 1, price }];
  return { id, status, placedAt: at, total: price, items, ...(latest && { latest: { at, text: latest } }) };
}

const own = [
  order("YW1", "P7001", "unpaid"),
  order("YW2", "P4001", "paid"),
  order("YW3", "P1007", "shipped", "派送中"),
  order("YW4", "P3001", "delivered", "已签收"),
  order("YW5", "P2001", "refunding", "退货已寄出，正在返回杭州仓"),
];

const say = (lines: string[], more: object = {}): Played[] => play(lines, { facts, orders: own, ...more });
const last = (played: Played[]) => played[played.length - 1]!;
const cardOf = ({ turns }: Played) =>
  turns.flatMap((turn) => (turn.do === "say" && turn.content.kind === "order" ? [turn.content.orderId] : []))[0];
const offered = ({ turns }: Played) =>
  turns
    .flatMap((turn) => (turn.do === "say" && turn.content.kind === "choices" ? turn.content.choices : []))
    .flatMap(({ label }) => /^YW\d/.exec(label)?.[0] ?? []);

test.each([
  ["电饭煲咋还不发货", "YW2"],
  ["我的快递到哪了", "YW3"],
  ["where's my package", "YW3"],
  ["跑鞋退款咋还没到", "YW5"],
  ["保温杯我要退货", "YW4"],
  ["cancel my rice cooker order", "YW2"],
  ["when will my earbuds order ship", "YW1"],
])("DL85 the order is found by what is in it, or by how it stands: %s", (text, id) => {
  expect(cardOf(last(say([text])))).toBe(id);
});

test("DL85 of several that fit only those are offered, and goods pick one too", () => {
  expect(offered(last(say(["催一下"]))).sort()).toEqual(["YW2", "YW3"]);
  expect(cardOf(last(say(["催一下", "羽绒服那个"])))).toBe("YW3");
});

test("DL85 the order spoken of stays meant as long as a question can be about it", () => {
  expect(cardOf(last(say(["cancel my rice cooker order", "when do i get my money back"])))).toBe("YW2");
  expect(cardOf(last(say(["我的快递到哪了", "我的退款到哪了"])))).toBe("YW5");
  expect(offered(last(say(["保温杯我要退货", "我要取消订单"]))).sort()).toEqual(["YW1", "YW2"]);
});

test("DL86 a wish to change an order says how that order stands, with the shop's rule and a human", () => {
  const cancelled = last(say(["羽绒服不想要了，帮我取消订单"]));
  expect(wordsOf(cancelled)).toMatch(/YW3：已发货[\s\S]*派送中[\s\S]*取消/);
  expect(JSON.stringify(cancelled.turns)).toContain("requestHandoff");
});

test("DL86 where several orders can be changed the rule is told and the shopper asked which; picking one goes on with it", () => {
  const asked = last(say(["帮我取消订单"]));
  expect(asked.outcome).toBe("asked");
  expect(wordsOf(asked)).toMatch(/没发货的订单[\s\S]*哪一笔/);
  expect(offered(asked).sort()).toEqual(["YW1", "YW2"]);
  const picked = last(say(["帮我取消订单", "订单号 YW2"]));
  expect(wordsOf(picked)).toMatch(/YW2：已付款[\s\S]*取消/);
});

test("DL86 how a change is made in general needs no look at orders", () => {
  expect(JSON.stringify(say(["怎么退货"]).flatMap(({ turns }) => turns))).not.toContain("lookUp");
});

test("DL86 what came faulty is exchanged by the rule for faulty goods", () => {
  expect(wordsOf(last(say(["保温杯收到一个盖子漏水", "能换新的不"])))).toMatch(
    /YW4：已送达[\s\S]*质量|YW4：已送达[\s\S]*15 天/,
  );
});

test("DL87 a refund is told with the latest that happened to it", () => {
  expect(wordsOf(last(say(["跑鞋退款咋还没到"])))).toContain("退货已寄出，正在返回杭州仓");
  expect(wordsOf(last(say(["电饭煲帮我取消", "钱啥时候退"])))).toMatch(/YW2[\s\S]*取消后 24 小时内发起退款/);
});

test("DL87 another question about a parcel told of just before is no repetition", () => {
  const further = last(say(["我的快递到哪了", "今天能到不"]));
  expect(wordsOf(further)).toMatch(/派送中[\s\S]*不能替它保证/);
  expect(cardOf(further)).toBeUndefined();
});

test("DL85 who is signed in is not told to sign in", () => {
  expect(wordsOf(last(say(["我的快递到哪了"], { orders: [] })))).toContain("账号下没有找到订单");
  expect(wordsOf(last(say(["显示签收了但我没收到"])))).not.toContain("登录");
});
