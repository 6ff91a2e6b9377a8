import type { Coupon, OrderCard, ProductCard } from "@yiwen/shared";
import { ShopSettings } from "@yiwen/shared/schema";
import { Value } from "typebox/value";
import type { Facts } from "../../src/dialogue/facts.ts";
import { initialDialogue } from "../../src/dialogue/state.ts";
import { step } from "../../src/dialogue/step.ts";
import type { DialogueInput, Step, Turn, Understood } from "../../src/dialogue/turn.ts";
import { understand } from "../../src/dialogue/understand.ts";
import { createCatalogue } from "../../src/knowledge/catalogue.ts";
import { chunkMarkdown } from "../../src/knowledge/chunk.ts";
import { createPassages } from "../../src/knowledge/passages.ts";
import { noExamples } from "../../src/nlu/few-shot/examples.ts";

const now = Date.UTC(2026, 4, 20, 4);
const yuan = (amount: number) => ({ amount: amount * 100, currency: "CNY" });

const teeSkus: [string, string, number, number][] = [
  ["黑色", "L", 109, 5],
  ["黑色", "M", 109, 0],
  ["白色", "L", 99, 12],
  ["白色", "M", 99, 13],
];

const products: ProductCard[] = [
  {
    id: "tee",
    title: "云朵纯棉圆领T恤",
    category: "服装",
    price: yuan(99),
    listPrice: yuan(129),
    stock: 30,
    attributes: { 面料: "100%棉", 版型: "宽松" },
    skus: teeSkus.map(([colour, size, price, stock]) => ({
      id: colour + size,
      attributes: { 颜色: colour, 尺码: size },
      price: yuan(price),
      stock,
    })),
  },
  {
    id: "bottle",
    title: "晨雾不锈钢保温杯",
    category: "杯壶",
    price: { amount: 15950, currency: "CNY" },
    stock: 40,
    attributes: { "English name": "Morning mist steel flask", 容量: "500ml", Capacity: "500 ml", 材质: "316不锈钢" },
    skus: [],
  },
  {
    id: "tumbler",
    title: "行路大容量随行杯",
    category: "杯壶",
    price: yuan(59),
    stock: 8,
    attributes: { 容量: "750ml", 材质: "Tritan" },
    skus: [],
  },
  {
    id: "hoodie",
    title: "Harbor Fleece Hoodie",
    category: "Clothing",
    price: { amount: 4500, currency: "USD" },
    stock: 7,
    attributes: { Material: "cotton fleece" },
    skus: [
      { id: "h-blue-m", attributes: { Color: "Blue", Size: "M" }, price: { amount: 4950, currency: "USD" }, stock: 4 },
      { id: "h-grey-m", attributes: { Color: "Grey", Size: "M" }, price: { amount: 4500, currency: "USD" }, stock: 3 },
    ],
  },
];

const zh = `# 店铺政策
## 运费怎么算
全场满99元包邮，不满收8元运费。
## 怎么开发票
下单时勾选开发票，电子发票在签收后24小时内发到您的邮箱。
## 退货政策
签收后7天内，商品完好可以无理由退货。
## 退款多久到账
收到退货并验收后1到3个工作日内原路退回。
`;
const en = `# Policies
## Shipping cost
Orders over ¥99 ship free, otherwise shipping is ¥8.
## Returns
You can return unused items within 7 days of delivery.
`;

/** A coupon that takes ¥20 off from ¥99. */
export const coupon: Coupon = {
  id: "may20",
  code: "MAY20",
  label: { "zh-CN": "满99减20", en: "¥20 off from ¥99" },
  off: { amount: 2000 },
  minSpend: 9900,
  currency: "CNY",
};

/** Orders of the fixture's shopper: one on its way, one done. */
export const orders: OrderCard[] = [
  {
    id: "YW20001",
    status: "shipped",
    placedAt: now - 86_400_000,
    total: yuan(99),
    items: [{ productId: "tee", title: "云朵纯棉圆领T恤", quantity: 1, price: yuan(99) }],
    carrier: "顺丰速运",
    trackingNumber: "SF123456",
    latest: { at: now - 3_600_000, text: "已到达上海转运中心" },
  },
  {
    id: "YW20002",
    status: "completed",
    placedAt: now - 9 * 86_400_000,
    total: yuan(159),
    items: [{ title: "晨雾不锈钢保温杯", quantity: 1, price: yuan(159) }],
  },
];

/** Facts of a small shop; `settings` is merged over the defaults. */
export function shopFacts(settings: object = {}): Facts {
  return {
    now,
    shop: {
      name: "云朵小店",
      settings: Value.Default(ShopSettings, { coupons: [coupon], ...settings }) as ShopSettings,
    },
    catalogue: createCatalogue(products),
    passages: createPassages([
      ...chunkMarkdown({ document: "policies.zh.md", markdown: zh }),
      ...chunkMarkdown({ document: "policies.en.md", markdown: en }),
    ]),
    examples: noExamples,
    staffing: () => ({ open: true, online: 1 }),
  };
}

export type Played = Step & { understood?: Understood };

type Scenario = {
  facts?: Facts;
  locale?: "zh-CN" | "en";
  consult?: { productId?: string; orderId?: string };
  granted?: string[];
  orders?: OrderCard[] | "down";
};

/** Plays a conversation: the opening and every line, with look-ups answered from the scenario's orders. */
export function play(lines: (string | DialogueInput)[], scenario: Scenario = {}): Played[] {
  const { facts = shopFacts(), locale = "zh-CN", consult, granted = [] } = scenario;
  const own = scenario.orders ?? orders;
  const played: Played[] = [];
  let dialogue = initialDialogue({ locale, granted });
  const take = (input: DialogueInput, understood?: Understood) => {
    const result = step(dialogue, input, facts);
    // What is stored goes through JSON, so what comes out of it must be the same.
    dialogue = JSON.parse(JSON.stringify(result.dialogue));
    played.push({ ...result, ...(understood && { understood }) });
    for (const turn of result.turns) {
      if (turn.do !== "lookUp") continue;
      const { lookUp } = turn;
      const found = own === "down" ? [] : own.filter(({ id }) => lookUp.orderId === undefined || id === lookUp.orderId);
      take({
        type: "lookedUp",
        lookUp,
        result: own === "down" ? { ok: false, error: "timeout" } : { ok: true, orders: found },
      });
    }
  };
  take({ type: "opened", locale, ...(consult && { consult }) });
  for (const line of lines) {
    if (typeof line !== "string") take(line);
    else {
      const understood = understand(line, { dialogue, facts, locale });
      take({ type: "said", text: line, understood }, understood);
    }
  }
  return played;
}

/** What the shopper reads of a step, one string. */
export function wordsOf({ turns }: { turns: Turn[] }): string {
  return turns.flatMap((turn) => (turn.do === "say" && "text" in turn.content ? [turn.content.text] : [])).join("\n");
}
