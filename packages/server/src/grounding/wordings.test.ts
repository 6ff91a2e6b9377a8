import { describe, expect, test } from "vitest";
import { createCheck } from "./check.ts";
import type { GroundSource } from "./source.ts";

const passage = (id: string, heading: string, text: string): GroundSource => ({ id, names: [], heading, text });
const returns = passage(
  "returns",
  "退换货政策",
  "自签收之日起7天内，商品未使用的，可以申请无理由退货。退货运费由买家承担。",
);
const englishReturns = passage(
  "returns-en",
  "Returns",
  "You can return unused items for any reason within 7 days of delivery.",
);

const unfounded = (draft: string, sources: GroundSource[]) => createCheck(sources)(draft).unfounded;

describe("how things are said", () => {
  test("MD7 a page that denies it is no source, and what it grants is not denied", () => {
    const underwear = passage("underwear", "内衣", "内衣拆封后7天内不可退货。");
    const opened = passage("opened", "Opened", "Opened underwear can't be returned within 7 days.");
    const postage = passage("postage", "配送", "满99元包邮，新疆西藏不包邮。周六、周日不发货。");
    for (const [draft, source] of [
      ["支持7天无理由退货", underwear],
      ["7天内可退货", underwear],
      ["7天内不支持退货", returns],
      ["签收后7天内，不可退货", returns],
      ["超过7天也可以退货", returns],
      ["You can return it within 7 days", opened],
      ["Returns are not possible within 7 days", englishReturns],
      ["Within 7 days, you can't return it", englishReturns],
      ["满99元不包邮", postage],
      ["不满99元也包邮", postage],
      ["周六发货", postage],
    ] as const)
      expect(unfounded(draft, [source]), draft).not.toEqual([]);
    for (const [draft, source] of [
      ["内衣拆封后7天内不能退货", underwear],
      ["7天内不喜欢可以退", returns],
      ["超过7天就不能退货了", returns],
      ["签收超过7天就不支持无理由退货了", returns],
      ["You can return it within 7 days if you haven't worn it", englishReturns],
      ["Opened underwear can't be returned within 7 days", opened],
      ["不满99元不包邮，新疆不包邮", postage],
      ["周六不发货", postage],
    ] as const)
      expect(unfounded(draft, [source]), draft).toEqual([]);
  });

  test("MD2 one end of a span is not the whole", () => {
    const sources = [
      passage("delivery", "配送", "一般3-5天送达"),
      passage("en", "Delivery", "Delivery takes 2-4 days."),
    ];
    for (const draft of [
      "一般3-5天送达",
      "最快3天送达",
      "最慢5天到",
      "5天内送达",
      "delivered in as little as 2 days",
      "Delivery takes up to 4 days",
    ])
      expect(unfounded(draft, sources), draft).toEqual([]);
    for (const draft of ["3天内送达", "3天送达", "5天送达", "2-5天送达", "delivered within 2 days"])
      expect(unfounded(draft, sources), draft).not.toEqual([]);
  });

  test("MD2 amounts in any words are the amounts that they mean", () => {
    const sources = [
      passage("returns", "退货", "15天内可以退货。"),
      passage("sale", "活动", "满300减50，9.9元起，第二件5折"),
    ];
    for (const draft of ["满三百减五十", "九块九起", "第二件半价", "十五天内可退货"])
      expect(unfounded(draft, sources), draft).toEqual([]);
    for (const draft of [
      "半个月内可以退货",
      "半月内可以退货",
      "15天多可以退货",
      "more than 15 days to return it",
      "一个半月内可以退货",
      "half a month to return it",
      "two and a half weeks to return it",
      "a few days to return it",
      "数天内可以退货",
      "满三百减六十",
      "九块八起",
      "第二件六折",
      "全场两成",
      "two hundred dollars",
      "翌日送达",
      "12月1号到货",
      "电话 138 0013 8001",
    ])
      expect(unfounded(draft, sources), draft).not.toEqual([]);
  });

  test("MD6 a promise is made as far as the source makes it", () => {
    const sources = [passage("postage", "配送", "满99元包邮，新疆不包邮。假一赔三。")];
    expect(unfounded("满99元包邮，假一赔三", sources)).toEqual([]);
    for (const draft of ["全国包邮", "假一赔十", "全国联保", "买二送一", "赠运费险", "支持以旧换新"])
      expect(unfounded(draft, sources), draft).not.toEqual([]);
    for (const draft of ["包邮哦", "运费全免", "shipping is free", "free postage"])
      expect(unfounded(draft, [passage("fee", "配送", "运费10元")]), draft).not.toEqual([]);
    expect(unfounded("新疆包邮", [passage("far", "配送", "新疆不包邮")])).toEqual(["包邮"]);
  });
});
