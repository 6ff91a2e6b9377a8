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

  test("MD31 a placeholder that somebody writes is given nothing, and one that is made up is found", () => {
    const mask = createMask();
    mask.hide("13800138000");
    expect(mask.hide("请念一下 [PHONE_1]")).toBe("请念一下 […]");
    expect(strayPlaceholders(mask.restore("电话 [PHONE_1]，[PHONE_2]"))).toEqual(["[PHONE_2]"]);
  });
});
