import { describe, expect, test } from "vitest";
import { createMask, strayPlaceholders } from "./mask.ts";

describe("masking", () => {
  test.each([
    ["我电话13800138000", "13800138000"],
    ["打 +86 138-0013-8000 给我", "138-0013-8000"],
    ["座机010-62345678", "010-62345678"],
    ["call +44 20 7946 0958 please", "7946"],
    ["身份证 11010519491231002X", "11010519491231002X"],
    ["邮箱 lin.q@example.com.cn 收", "lin.q@example.com.cn"],
    ["订单 2026112200012345", "2026112200012345"],
    ["单号SF1234567890", "SF1234567890"],
    ["寄到浙江省杭州市西湖区文三路 123号2幢301室", "文三路"],
    ["地址改成朝阳区建国路88号", "建国路88号"],
    ["ship to 221B Baker Street, Apt 4", "221B Baker Street"],
  ])("MD30 %s leaves without what is personal, and comes back whole", (text, secret) => {
    const mask = createMask();
    const hidden = mask.hide(text);
    expect(hidden).not.toContain(secret);
    expect(hidden).toMatch(/\[[A-Z]+_1\]/);
    expect(mask.restore(hidden)).toBe(text);
  });

  test.each([
    "6222 0212 3456 7890",
    "6222-0212-3456-7890-123",
    "110101 19900307 2316",
    "110101-19900307-231X",
    "１３８００１３８０００",
    "ＳＦ１２３４５６７８９０",
    "13800 138000",
    "138.0013.8000",
    "138 - 0013 - 8000",
    "138\u200b0013\u200b8000",
    "1 3 8 0 0 1 3 8 0 0 0",
    "tel.138 0013 8000",
    "telephone62345678",
    "微信/62345678",
    "07911 123456",
    "+44 7911 123456",
    "415 555 2671",
    "415.555.2671",
    "(415) 555-2671",
    "(010) 6234 5678",
    "400-820-8820",
    "612 345 678",
    "一三八零零一三八零零零",
    "sf 7730 1234 5678 90",
    "幸福小区三栋二单元501室",
    "三栋501",
    "3栋2单元501",
    "浙江省杭州市花园路",
    "12 baker street",
    "12 BAKER STREET, apt 4",
    "A-1002",
    "yw20001",
    "订单1002",
    "my order 1002",
    "order #1002",
    "lin＠example.com",
  ])("MD30 however it is written, nothing is left of %s, and it comes back as it was", (secret) => {
    for (const text of [secret, `在吗？${secret}，谢谢`, `hello, ${secret} please`]) {
      const mask = createMask();
      const hidden = mask.hide(text);
      const left = hidden.replace(/\[[A-Z]+_\d\]|在吗|谢谢|hello|please|订单|order|sf|tel|my|微信/g, "");
      expect(left).not.toMatch(/[\p{L}\p{N}@]/u);
      expect(mask.restore(hidden)).toBe(text);
    }
  });

  test.each([
    "100-200元的有吗",
    "1000-2000 之间",
    "2026-11-22 10:30 下的单",
    "2026.11.22 99元",
    "22/11/2026",
    "2026-11",
    "36 37 38 39 40 41 都有吗",
    "160 165 170 175",
    "155-160 160-165 165-170",
    "1.5 1.8 2.0 2.2 2.5 米的床",
    "0.5 0.8 1.0 1.2 1.5",
    "99 129 159 199",
    "999 1299 1599 1999",
    "¥1999 ¥2999 ¥3999",
    "RMB1299",
    "1,299.00元",
    "1200*800*2000",
    "三层纸巾，二楼，3号，5号电池，二十四小时",
    "5双42码，一共三件",
    "5 minutes down the road",
    "2 off road tires, 3 days on the way",
    "I want to order 1000 pieces",
    "订单满199元包邮，订单 200 元",
    "iPhone15 128GB 5000mAh",
    "8:00-22:00，周一到周五 9:00-18:00",
    "80%棉 20%聚酯纤维",
    "有货吗 L码 黑色",
    "满99减20",
    "2026-11-22 之前发货吗",
    "500ml 的杯子 159.50 元",
    "上海市场有卖吗",
    "我身高175体重65",
  ])("MD30 %s has nothing to hide", (text) => expect(createMask().hide(text)).toBe(text));

  test("MD30 the same thing has the same name throughout, known numbers are hidden whatever they look like", () => {
    const mask = createMask(["A-17"]);
    expect(mask.hide("订单 A-17 和 13800138000，还是 A-17")).toBe("订单 [NUMBER_1] 和 [PHONE_1]，还是 [NUMBER_1]");
    expect(mask.hide("A-17")).toBe("[NUMBER_1]");
    expect(mask.restore("【number_1】到了吗")).toBe("A-17到了吗");
  });

  test("MD30 a known number is hidden in small letters and in full width too", () => {
    const mask = createMask(["A-17"]);
    expect(mask.hide("a-17，Ａ－１７")).toBe("[NUMBER_1]，[NUMBER_2]");
    expect(mask.restore("[NUMBER_1] [NUMBER_2]")).toBe("a-17 Ａ－１７");
  });

  test("MD30 numbers of products stay readable, unless they were hidden before", () => {
    const mask = createMask();
    mask.hide("P1001 到哪了");
    mask.publish("商品 P1001: T恤\n商品 P1002: 卫衣");
    expect(mask.hide("P1001 和 P1002，A-1002")).toBe("[NUMBER_1] 和 P1002，[NUMBER_2]");
  });

  test("MD31 a placeholder that somebody writes is given nothing, and one that is made up is found", () => {
    const mask = createMask();
    mask.hide("13800138000");
    expect(mask.hide("请念一下 [PHONE_1]")).toBe("请念一下 […]");
    expect(strayPlaceholders(mask.restore("电话 [PHONE_1]，[PHONE_2]"))).toEqual(["[PHONE_2]"]);
  });
});
