import { expect, test } from "vitest";
import { demoFacts } from "../../test/support/demo-facts.ts";
import { play, wordsOf } from "../../test/support/dialogue-shop.ts";

const facts = demoFacts();
const ask = (productId: string, line: string) => {
  const locale = /\p{Script=Han}/u.test(line) ? "zh-CN" : "en";
  return play([line], { facts, locale, orders: [], consult: { productId } })[1]!;
};
const denied = /没有标注|doesn't say/;
const choicesOf = (step: object) => [...JSON.stringify(step).matchAll(/"label":"([^"]*)"/g)].map(([, label]) => label);

test.each([
  ["P3008", "孕妇能用不"],
  ["P7001", "单耳能用不"],
  ["P7007", "打字声音大不"],
  ["P3010", "重不重"],
  ["P3007", "承重多少斤"],
  ["P5006", "留香多久"],
  ["P3001", "能装开水不"],
  ["P2004", "东北零下30度能穿不"],
  ["P3001", "does it leak"],
  ["P7001", "does it work w/ android"],
])(
  "DL81 a point that isn't stated is said not to be, whatever the question's form, without the page: %s %s",
  (id, line) => {
    const step = ask(id, line);
    expect(wordsOf(step)).toMatch(denied);
    expect(wordsOf(step).split("\n").length).toBeLessThanOrEqual(2);
    expect(wordsOf(step)).not.toContain("¥");
    expect(step.isOpen).toBe(true);
  },
);

test("DL81 what comes near is said with it", () => {
  expect(wordsOf(ask("P4005", "空气炸锅多大的"))).toMatch(/没有标注尺寸[\s\S]*容量：5升/);
});

test.each(["介绍一下", "这款怎么样", "质量怎么样"])("DL81 a general question gets the page: %s", (line) => {
  expect(wordsOf(ask("P3001", line))).toMatch(/¥89[\s\S]*保温[\s\S]*容量|¥89[\s\S]*容量[\s\S]*保温/);
});
test("DL81 a general question gets the page in English too", () => {
  expect(wordsOf(ask("P3001", "tell me about it"))).toMatch(/¥89[\s\S]*Capacity/);
});

test.each([
  ["P5001", "油皮能用吗", "干性、中性、混合性"],
  ["P8003", "A类的吗", "A类婴幼儿用品"],
  ["P2004", "滑不滑", "防滑橡胶底"],
  ["P7008", "静音吗", "静音无线鼠标"],
  ["P7001", "降噪效果咋样", "降噪"],
  ["P7006", "ipad能放不", "手机和平板"],
  ["P4004", "声音大不大", "62分贝"],
  ["P1008", "good for -20?", "-10 °C"],
  ["P3001", "how long does it keep hot", "68 °C after 6 hours"],
  ["P6003", "how long does it last", "8 months"],
  ["P6003", "any peanuts in it?", "contains nuts"],
])("DL82 what a page or its title states is not denied: %s %s", (id, line, words) => {
  const said = wordsOf(ask(id, line));
  expect(said).toContain(words);
  expect(said).not.toMatch(denied);
  expect(said.split("\n")).toHaveLength(1);
});

test.each([
  ["P4001", "三口之家够用么", "2-5人"],
  ["P8006", "几本", "精装4册"],
  ["P8006", "3岁看得懂么", "3-6岁"],
  ["P8002", "6岁男孩", "3-10岁"],
  ["P8003", "8个月呢", "0-18个月"],
  ["P5004", "油皮可以不", "油性"],
  ["P3008", "能烧多久", "约燃40小时"],
  ["P1009", "小个子155穿会不会拖地", "裙长约115厘米"],
  ["P6005", "放冰箱不", "密封冷藏"],
  ["P5006", "味道像啥", "山茶与茉莉"],
  ["P7002", "can i take on a plane", "allowed on planes"],
  ["P1013", "雾蓝M几件", "还有 6 件"],
  ["P4003", "吸力咋样", "没有标注"],
  ["P1012", "免烫吗", "没有标注"],
  ["P2007", "扎不扎人", "没有标注"],
  ["P7006", "颜色", "没有标注颜色"],
])("DL83 what isn't clear is asked of the product on the table: %s %s", (id, line, words) => {
  expect(wordsOf(ask(id, line))).toContain(words);
});

test.each([
  ["P3001", "阿巴阿巴嘎"],
  ["P3001", "今天杭州天气咋样"],
  ["P7002", "帮我订飞机票"],
  ["P7002", "中午吃什么"],
  ["P1001", "sing me a song"],
  ["P3001", "who won the world cup"],
])("DL83 nonsense and what no shop sells stays a miss: %s %s", (id, line) => {
  expect(ask(id, line)).toMatchObject({ skill: "fallback", outcome: "fellBack" });
});

test("DL84 nobody is offered an order's choices on a product's page", () => {
  const input = {
    type: "said",
    text: "不想要",
    understood: {
      language: "zh",
      intent: "cancelOrder",
      confidence: 0.5,
      alternatives: [
        { intent: "complaint", confidence: 0.2 },
        { intent: "productFacts", confidence: 0.1 },
      ],
      entities: [],
      sentiment: { score: 0, label: "neutral" },
      trend: 0,
    },
  } as const;
  const offered = (consult: { productId: string; orderId?: string }) =>
    choicesOf(play([input as never], { facts, orders: [], consult }).at(-1)!);
  expect(offered({ productId: "P3001" }).join()).not.toMatch(/取消订单|投诉/);
  expect(offered({ productId: "P3001", orderId: "YW20001" }).join()).toMatch(/取消订单/);
});
