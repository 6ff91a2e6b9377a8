import type { OrderCard } from "@yiwen/shared";
import { expect, test } from "vitest";
import { orders, play } from "../../../../test/support/dialogue-shop.ts";
import { pickedOf } from "./offered.ts";

const ids = [
  "#1001",
  "3f2b8c1e-9a4d-4c56-8e21-0b7d5a9c4e10",
  "WEB_ORDER_1001",
  "2024.0012",
  "123",
  "SO/2024/0012",
  "no. 7 (B)",
  "订单-7",
];
const withId = (id: string, at: number): OrderCard => ({ ...orders[at % 2]!, id, placedAt: orders[0]!.placedAt - at });
const lastOf = <T>(list: T[]): T => list[list.length - 1]!;

test.each(ids.flatMap((id) => (["zh-CN", "en"] as const).map((locale) => [id, locale] as const)))(
  "DL62 the button of an order picks it, however its id is written: %s, %s",
  (id, locale) => {
    const own = [id, "YW20002", "20240012", "1001"].map(withId);
    const ask = locale === "en" ? "check my orders" : "查一下我的订单";
    const asked = lastOf(play([ask], { orders: own, locale }));
    expect(asked.outcome).toBe("asked");
    const turn = asked.turns[0];
    const choices = turn?.do === "say" && turn.content.kind === "choices" ? turn.content.choices : [];
    const tapped = choices.find(({ label }) => label.startsWith(`${id} `))?.action;
    expect(tapped?.do).toBe("say");
    const told = lastOf(play([ask, tapped?.do === "say" ? tapped.text : ""], { orders: own, locale }));
    expect(told.turns[0]).toEqual({ do: "say", content: { kind: "order", orderId: id } });
  },
);

test("DL62 an id given to pick from stands by itself and is no part of another", () => {
  const ids = ["#1001", "1002", "A-1", "A-1-2"];
  expect(pickedOf("就是#1001那个", ids)).toBe("#1001");
  expect(pickedOf("order no.1002 please", ids)).toBe("1002");
  expect(pickedOf("订单号 a-1-2", ids)).toBe("A-1-2");
  for (const text of ["#10012", "WEB_1002", "2024.1002", "A-1-3", ""])
    expect(pickedOf(text, ids), text).toBeUndefined();
});

test.each(["就是#1001那个", "好的，#1001", "#1001, thanks"])(
  "DL62 an id picks its order among other words: %s",
  (text) => {
    const played = play(["查一下我的订单", text], { orders: ["#1001", "#10012"].map(withId) });
    expect(lastOf(played).turns[0]).toEqual({ do: "say", content: { kind: "order", orderId: "#1001" } });
  },
);

test("DL62 of ids that hold one another the longest that stands there is meant", () => {
  const own = ["A-1", "A-1-2", "1"].map(withId);
  expect(lastOf(play(["查一下我的订单", "订单号 A-1-2"], { orders: own })).turns[0]).toMatchObject({
    content: { kind: "order", orderId: "A-1-2" },
  });
});

test("DL24 the ids given to pick from keep the state under 2 KB", () => {
  const own = Array.from({ length: 5 }, (_, at) => withId(`${at}`.padStart(128, "x"), at));
  const { dialogue } = lastOf(play(["查一下我的订单"], { orders: own }));
  expect(new TextEncoder().encode(JSON.stringify(dialogue)).length).toBeLessThan(2048);
});
