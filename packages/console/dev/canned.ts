import type { AgentPresence, Behaviour, By, EventData, HandoffReason, ShopperProfile } from "@yiwen/shared";
import { session } from "./fake-http.ts";
import type { FakeShop } from "./fake-shop.ts";

const bot: By = { kind: "bot" };
const shopper: By = { kind: "shopper" };
const me: By = { kind: "agent", id: session.agent.id, name: session.agent.name };
const chen: By = { kind: "agent", id: "agent-chen", name: "陈默" };

/** The other agents of the fake shop. */
export const colleagues: AgentPresence[] = [
  { id: "agent-chen", name: "陈默", status: "online" },
  { id: "agent-wu", name: "吴桐", status: "away" },
  { id: "agent-emma", name: "Emma Stone", status: "offline" },
];

const minutesAgo = (minutes: number) => Date.now() - minutes * 60_000;

/** What a shopper did before they asked. */
const walk: Behaviour[] = [
  { id: "w1", type: "addToCart", at: minutesAgo(7), data: { productId: "coat-01", skuId: "black-l", quantity: 1 } },
  { id: "w2", type: "stay", at: minutesAgo(8), data: { ms: 134_000, productId: "coat-01", path: "/pages/product" } },
  { id: "w3", type: "product", at: minutesAgo(10), data: { productId: "coat-01" } },
  { id: "w4", type: "share", at: minutesAgo(12), data: { title: "双十二会场", path: "/pages/sale" } },
  { id: "w5", type: "page", at: minutesAgo(14), data: { path: "/pages/index", title: "首页" } },
];

const profile = (id: string, name?: string, orderIds: string[] = []): ShopperProfile => ({
  id,
  verified: name !== undefined,
  firstSeenAt: Date.now() - 40 * 86_400_000,
  conversations: name ? 4 : 1,
  orderIds,
  behaviours: name ? walk : [],
  ...(name && { name, externalId: `M-${id.slice(-4)}` }),
});

type Understood = EventData["message.understood"];

/** Writes conversations line by line, each line a little later than the one before. */
function script(shop: FakeShop, id: string, startAgo: number) {
  let ago = startAgo;
  let last = "";
  const add = (body: Parameters<FakeShop["append"]>[1], by: By, step = 6) => {
    shop.append(id, body, by, ago);
    ago = Math.max(0, ago - step);
  };
  const lines = {
    opened: (productId?: string) => {
      const page = { url: "https://shop.example.com/p/1", title: "商品详情" };
      add({ type: "conversation.opened", data: { channel: "web", locale: "zh-CN", page } }, { kind: "system" }, 1);
      if (productId) add({ type: "conversation.consulted", data: { productId, page } }, shopper, 3);
      return lines;
    },
    /** `numbers` are confidence and sentiment. */
    asks: (text: string, intent: string, numbers: [number, number], more: Partial<Understood> = {}) => {
      const [confidence, score] = numbers;
      last = `${id}-${ago}`;
      add({ type: "message.sent", data: { id: last, content: { kind: "text", text } } }, shopper, 0);
      const label = score < -0.2 ? "negative" : score > 0.2 ? "positive" : "neutral";
      const base = { messageId: last, language: "zh" as const, intent, confidence, alternatives: [], entities: [] };
      const data: Understood = { ...base, sentiment: { score, label }, trend: score * 0.8, ...more };
      add({ type: "message.understood", data }, { kind: "system" }, 0);
      return lines;
    },
    step: (skill: string, outcome: EventData["dialogue.stepped"]["outcome"] = "answered") => {
      add({ type: "dialogue.stepped", data: { skill, outcome } }, bot, 1);
      return lines;
    },
    bot: (text: string, more: Partial<EventData["message.sent"]> = {}) => {
      add({ type: "message.sent", data: { id: `${id}-b${ago}`, content: { kind: "text", text }, ...more } }, bot, 20);
      return lines;
    },
    queued: (reasons: HandoffReason[], staffed = true) => {
      add({ type: "handoff.requested", data: { staffed } }, bot, 0);
      add({ type: "handoff.explained", data: { reasons } }, bot, 1);
      return lines;
    },
    add: (body: Parameters<FakeShop["append"]>[1], by: By, step = 10) => {
      add(body, by, step);
      return lines;
    },
  };
  return lines;
}

/** Fills the shop: a queue of three, three of this agent's, one of a colleague's, one with the bot, one closed. */
export function fill(shop: FakeShop): void {
  upsetAboutCoat(shop);
  waitingForKettle(shop);
  leftAMessage(shop);
  mineWithShoes(shop);
  awayInMiniProgram(shop);
  longOne(shop);
  shop.begin(profile("shopper-9d20c7", "周子墨"), "c-chen");
  script(shop, "c-chen", 900)
    .opened("kettle-02")
    .asks("水壶能不能保温一整晚？", "productFacts", [0.88, 0.05])
    .step("productFacts")
    .queued([{ code: "asked_for_human" }])
    .add({ type: "agent.joined", data: { agentId: "agent-chen", name: "陈默" } }, chen)
    .add({ type: "message.sent", data: { id: "chen-1", content: { kind: "text", text: "您好，可以的。" } } }, chen);
  shop.begin(profile("shopper-b17e02"), "c-bot");
  script(shop, "c-bot", 40)
    .opened("shoes-03")
    .asks("42码还有吗", "stock", [0.95, 0])
    .step("productFacts")
    .bot("灰蓝 42 码目前没有库存，40 和 41 码有现货。");
  shop.begin(profile("shopper-10ffaa", "何小雨"), "c-closed");
  script(shop, "c-closed", 7200)
    .opened()
    .asks("发票怎么开", "invoice", [0.97, 0.1])
    .step("shopPolicy")
    .bot("下单时填写抬头即可，发货后 24 小时内开具电子发票。")
    .add({ type: "conversation.closed", data: { resolution: "resolved" } }, me)
    .add({ type: "conversation.rated", data: { score: 5, comment: "回复很快" } }, shopper);
}

function upsetAboutCoat(shop: FakeShop): void {
  shop.begin(profile("shopper-7c3f2a", "苏婉清", ["20261118-7731", "20260902-1180"]), "c-upset");
  script(shop, "c-upset", 360)
    .opened("coat-01")
    .bot("您好，您在看“云朵轻暖羽绒服”，现价 ¥459.00。想了解尺码、库存还是优惠？", {
      content: {
        kind: "choices",
        text: "您好，您在看“云朵轻暖羽绒服”，现价 ¥459.00。想了解什么？",
        choices: ["有什么尺码", "什么时候发货", "有优惠吗"].map((label) => ({
          label,
          action: { do: "say", text: label },
        })),
      },
    })
    .asks("有L码吗", "stock", [0.93, 0.02], { entities: [{ kind: "size", value: "L", text: "L码" }] })
    .step("productFacts")
    .bot("黑色 L 码有 17 件，米白 L 码暂时无货。")
    .asks("那多少钱", "price", [0.86, 0], {
      rewritten: "云朵轻暖羽绒服 L 码多少钱？",
      alternatives: [{ intent: "coupon", confidence: 0.11 }],
    })
    .step("discount")
    .bot("黑色 L 码 ¥459.00，满 300 可用一张 ¥30 优惠券，已为您领取。")
    .add({ type: "coupon.granted", data: { couponId: "c30", code: "WARM30", label: "满 300 减 30" } }, bot)
    .asks("上一单到现在还没到，查了三次都没有人理我", "orderStatus", [0.71, -0.62])
    .add(
      { type: "effect.failed", data: { effectId: "e1", kind: "lookUpOrder", error: "timeout" } },
      { kind: "system" },
      1,
    )
    .step("orderStatus", "fellBack")
    .bot("抱歉，暂时查不到物流信息。", {
      sources: [{ id: "p1", title: "物流配送说明", quote: "付款后 48 小时内发货，偏远地区 3 至 5 天送达。" }],
    })
    .asks("你们太差劲了！我要投诉！", "complaint", [0.9, -0.91], { trend: -0.71 })
    .step("escalation", "handedOver")
    .queued([
      { code: "sentiment", trend: -0.71, threshold: -0.4 },
      { code: "repeated_question", times: 3, text: "我的快递到哪了" },
      { code: "look_up_down", what: "orders" },
    ])
    .bot("非常抱歉给您带来不好的体验，正在为您转接人工客服，前面还有 0 位。");
}

function waitingForKettle(shop: FakeShop): void {
  shop.begin(profile("shopper-e03f2a"), "c-kettle");
  script(shop, "c-kettle", 130)
    .opened("kettle-02")
    .asks("我要人工", "human", [0.99, -0.05])
    .step("escalation", "handedOver")
    .queued([{ code: "asked_for_human" }])
    .bot("好的，正在为您转接人工客服。");
}

function leftAMessage(shop: FakeShop): void {
  shop.begin(profile("shopper-5b71d4", "Daniel Wright"), "c-left");
  script(shop, "c-left", 1500)
    .opened()
    .asks("Do you ship to Canada, and how are customs duties handled?", "shipping", [0.34, 0.03], { language: "en" })
    .step("fallback", "fellBack")
    .queued(
      [
        { code: "low_confidence", count: 2, threshold: 0.4 },
        { code: "fallbacks", count: 2 },
      ],
      false,
    )
    .add({ type: "handoff.timedOut", data: {} }, { kind: "system" });
}

function mineWithShoes(shop: FakeShop): void {
  shop.begin(profile("shopper-ac88e1", "程一诺", ["20260902-1180"]), "c-mine");
  script(shop, "c-mine", 700)
    .opened("shoes-03")
    .asks("鞋子穿了一周就开胶了怎么办", "returnGoods", [0.82, -0.35])
    .step("shopPolicy")
    .bot("签收 7 天内可申请退换。")
    .queued([{ code: "risky_topic", topic: "injury" }])
    .add({ type: "agent.joined", data: { agentId: session.agent.id, name: session.agent.name } }, me, 4)
    .add({ type: "message.noted", data: { id: "n1", text: "老客户，去年也反馈过同款，可以直接换新。" } }, chen, 20)
    .add(
      {
        type: "message.sent",
        data: {
          id: "m1",
          content: { kind: "text", text: "您好程女士，非常抱歉。麻烦拍一张开胶处的照片，我为您安排换新。" },
        },
      },
      me,
      6,
    )
    .add({ type: "message.sent", data: { id: "m2", content: { kind: "product", productId: "shoes-03" } } }, me, 40)
    .add({ type: "message.read", data: { reader: "shopper", seq: 15 } }, shopper, 1)
    .asks("好的，谢谢！照片怎么发给你", "smallTalk", [0.55, 0.4], { trend: 0.1 });
}

function awayInMiniProgram(shop: FakeShop): void {
  const system: By = { kind: "system" };
  shop.begin(profile("shopper-77ab10", "沈星河"), "c-away");
  script(shop, "c-away", 1900)
    .add({ type: "conversation.opened", data: { channel: "weapp", locale: "zh-CN" } }, system, 1)
    .add({ type: "conversation.consulted", data: { productId: "coat-01" } }, shopper, 3)
    .asks("能改收货地址吗", "modifyOrder", [0.88, 0], {})
    .queued([{ code: "asked_for_human" }])
    .add({ type: "agent.joined", data: { agentId: session.agent.id, name: session.agent.name } }, me, 200)
    .add(
      { type: "message.sent", data: { id: "a1", content: { kind: "text", text: "可以的，请告诉我新地址。" } } },
      me,
      5,
    )
    .add({ type: "shopper.notified", data: {} }, system, 400)
    .add({ type: "shopper.returned", data: {} }, shopper, 30)
    .asks("上海市徐汇区漕溪北路 18 号", "other", [0.5, 0.1], {})
    .add({ type: "message.sent", data: { id: "a2", content: { kind: "text", text: "已经改好，今天发出。" } } }, me, 5)
    .add({ type: "shopper.unreachable", data: { reason: "none_granted" } }, system, 5);
}

function longOne(shop: FakeShop): void {
  shop.begin(profile("shopper-4411bb", "顾长风"), "c-long");
  const lines = script(shop, "c-long", 5400).opened("coat-01");
  for (let i = 1; i <= 45; i++) {
    lines
      .asks(`第 ${i} 个问题：可以机洗吗？`, "productFacts", [0.9, i % 7 === 0 ? -0.3 : 0.1])
      .step("productFacts")
      .bot(`第 ${i} 个回答：可以机洗，水温不超过 30 度。`);
  }
  lines
    .queued([{ code: "asked_for_human" }])
    .add({ type: "agent.joined", data: { agentId: session.agent.id, name: session.agent.name } }, me);
}
