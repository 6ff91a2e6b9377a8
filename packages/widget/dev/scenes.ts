import type {
  By,
  Cards,
  CommandMessage,
  Content,
  ErrorCode,
  EventBody,
  OpenReply,
  ServerSignals,
  Source,
  WireEvent,
} from "@yiwen/shared";
import { cardsOf } from "./cards.ts";

/** Everything the fake server knows. */
export type Scene = {
  /** Its conversation; a fresh one is another. */
  id: string;
  events: WireEvent[];
  cards: Cards;
  queue?: ServerSignals["queue.place"];
  consultError?: OpenReply["consultError"];
  typing?: ServerSignals["typing"];
  refusal?: ErrorCode;
  isDown?: boolean;
  isSilent?: boolean;
  openMs?: number;
  /** How sending goes wrong: never answered, or refused. */
  sending?: "never" | ErrorCode;
  handoff?: ErrorCode;
  /** Everything that was asked, oldest first. */
  commands: CommandMessage[];
  onSent?(): void;
  push(event: Omit<WireEvent, "seq" | "conversationId" | "at">): number;
  lose(code?: ErrorCode): void;
};

type Step = { by: By; body: EventBody; minutes: number };

const bot: By = { kind: "bot" };
const shopper: By = { kind: "shopper" };
const agent: By = { kind: "agent", id: "a1", name: "林小北" };
const system: By = { kind: "system" };

let ids = 0;
const step = (by: By, body: EventBody, minutes = 0): Step => ({ by, body, minutes });
const say = (by: By, text: string, minutes = 0, sources?: Source[]): Step =>
  step(by, { type: "message.sent", data: { id: `m${++ids}`, content: { kind: "text", text }, sources } }, minutes);
const show = (by: By, content: Content, minutes = 0): Step =>
  step(by, { type: "message.sent", data: { id: `m${++ids}`, content } }, minutes);

type Words = typeof zh;

const zh = {
  hello: "你好，我是云阶小店的智能助手。商品、价格、物流、退换货都可以问我。",
  topics: ["有什么优惠？", "多久能发货？", "怎么退换货？"],
  human: "转人工",
  ask: "这双有42码的深蓝色吗？",
  answer: "有的。深蓝 42 码现在有货，还剩 6 双；43 码还有 18 双。",
  price: "多少钱，能便宜点吗",
  priced: "现价 ¥399，比原价 ¥459 优惠 60 元。你还可以领一张满 300 减 20 的券，领完下单就能用。",
  coupon: "满 300 元减 20 元",
  returns: "不合适可以退吗？运费谁出",
  returned: "可以的。签收后 7 天内、不影响二次销售就能无理由退货；如果是质量问题，来回运费由我们承担。",
  passage: "自签收之日起 7 日内，商品完好、不影响二次销售的，支持无理由退货。因质量问题退换货产生的运费由本店承担。",
  policy: "退换货政策 · 七天无理由",
  angry: "等了三天还没发货，到底怎么回事！",
  sorry: "真的很抱歉让你久等了。我这就请同事来帮你查，请稍等。",
  join: "你好，我是小北。刚看了你的订单，仓库昨晚漏扫了一单，我已经让他们今天下午发出。",
  thanks: "好的，那麻烦你了",
  welcome: "不客气，发出后我会在这里把单号给你。",
  long: "这双鞋的鞋面是双层提花网布，中底用了回弹缓震材料，单只重约 238 克（42 码）。\n适合日常慢跑和通勤，雨天也可以穿，鞋底有防滑纹。详细的尺码对照在这里：https://example.com/size 如果脚背偏高，建议选大半码。",
};

const en: Words = {
  hello: "Hi, I'm the assistant at Yunjie. Ask me about products, prices, delivery or returns.",
  topics: ["Any offers?", "When will it ship?", "How do returns work?"],
  human: "Talk to a person",
  ask: "Do you have this in navy, size 42?",
  answer: "Yes. Navy in size 42 is in stock with 6 pairs left, and there are 18 pairs in size 43.",
  price: "How much is it? Any discount?",
  priced: "It's ¥399, down from ¥459. There is also a coupon for ¥20 off orders over ¥300 that you can use right away.",
  coupon: "¥20 off orders over ¥300",
  returns: "Can I send them back if they don't fit? Who pays?",
  returned:
    "Yes, within 7 days of delivery as long as they can be sold again. If something is wrong with them, we pay the postage both ways.",
  passage:
    "Goods may be returned within 7 days of delivery in a condition fit for resale. Postage for faulty goods is paid by the shop.",
  policy: "Returns policy · 7 days",
  angry: "It's been three days and nothing has shipped. What is going on!",
  sorry: "I'm really sorry about the wait. I'm asking a colleague to look into it, one moment please.",
  join: "Hi, this is Xiaobei. I've looked at your order: the warehouse missed a scan last night. It goes out this afternoon.",
  thanks: "OK, thanks for sorting it out",
  welcome: "You're welcome. I'll post the tracking number here once it's out.",
  long: "The upper is a double-layer knit, the midsole is a springy foam, and one shoe weighs about 238 g (size 42).\nGood for easy runs and commuting, also in the rain: the sole has grip. The full size chart is here: https://example.com/size If your instep is high, go up half a size.",
};

const opened = (locale: "zh-CN" | "en") =>
  step(system, { type: "conversation.opened", data: { channel: "web", locale } });

/** The steps of each scene, and what else is special in it. */
const scenes: Record<string, (w: Words) => { steps: Step[] } & Partial<Scene>> = {
  welcome: (w) => ({ steps: [welcome(w)] }),
  chat: (w) => ({ steps: [welcome(w), ...consulted(w), ...priced(w)] }),
  sources: (w) => ({
    steps: [welcome(w), say(shopper, w.returns, 1), say(bot, w.returned, 0, [passage(w)]), ...choices(w)],
  }),
  cards: (w) => ({
    steps: [
      welcome(w),
      ...["p1", "p2", "gone"].map((productId) => show(bot, { kind: "product", productId }, 1)),
      step(shopper, { type: "conversation.consulted", data: { orderId: "o1" } }, 1),
      show(bot, { kind: "order", orderId: "none" }),
    ],
  }),
  pictures: (w) => ({
    steps: [
      ...human(w),
      show(shopper, { kind: "image", uploadId: "wide", width: 1600, height: 900 }, 1),
      show(agent, { kind: "image", uploadId: "tall", width: 600, height: 1600 }, 1),
      show(agent, { kind: "image", uploadId: "gone", width: 400, height: 400 }),
      step(agent, {
        type: "message.sent",
        data: { id: "held", content: { kind: "image", uploadId: "held", width: 300, height: 200 }, checking: true },
      }),
    ],
  }),
  long: (w) => ({ steps: [welcome(w), say(shopper, w.ask, 1), say(bot, w.long)] }),
  waiting: (w) => ({ steps: [welcome(w), say(shopper, w.ask, 1)], typing: { by: bot, on: true } }),
  sending: (w) => ({ steps: [welcome(w), ...consulted(w)], sending: "never" }),
  failing: (w) => ({ steps: [welcome(w), ...consulted(w)], sending: "invalid_input" }),
  queue: (w) => ({ steps: [welcome(w), ...angry(w, true)], queue: { ahead: 2, waitMinutes: 3 } }),
  next: (w) => ({ steps: [welcome(w), ...angry(w, true)], queue: { ahead: 0, waitMinutes: 1 } }),
  away: (w) => ({ steps: [welcome(w), ...angry(w, false)] }),
  late: (w) => ({ steps: [welcome(w), ...angry(w, true), step(system, { type: "handoff.timedOut", data: {} }, 3)] }),
  human: (w) => ({ steps: human(w) }),
  "human-typing": (w) => ({ steps: human(w), typing: { by: agent, on: true } }),
  closed: (w) => ({
    steps: [...human(w), step(agent, { type: "conversation.closed", data: { resolution: "resolved" } }, 2)],
  }),
  rated: (w) => ({
    steps: [
      ...human(w),
      step(agent, { type: "conversation.closed", data: { resolution: "resolved" } }, 2),
      step(shopper, { type: "conversation.rated", data: { score: 5 } }, 1),
    ],
  }),
  older: (w) => ({
    steps: Array.from({ length: 60 }, (_, index) =>
      say(index % 3 ? bot : shopper, `${index + 1}. ${index % 3 ? w.answer : w.ask}`, index % 3 ? 0 : 2),
    ),
  }),
  offline: (w) => ({ steps: [welcome(w), ...consulted(w)] }),
  loading: () => ({ steps: [], isSilent: true }),
  refused: () => ({ steps: [], refusal: "origin_not_allowed" }),
  "no-product": (w) => ({ steps: [welcome(w)], consultError: "product_not_found" }),
  refusal: (w) => ({ steps: [welcome(w)], handoff: "rate_limited" }),
};

function welcome(w: Words): Step {
  return show(bot, {
    kind: "choices",
    text: w.hello,
    choices: [
      ...w.topics.map((text) => ({ label: text, action: { do: "say" as const, text } })),
      { label: w.human, action: { do: "requestHandoff" } },
    ],
  });
}

const choices = (w: Words) => [
  show(bot, {
    kind: "choices",
    text: w.answer,
    choices: w.topics.slice(0, 2).map((text) => ({ label: text, action: { do: "say" as const, text } })),
  }),
];

const passage = (w: Words): Source => ({
  id: "s1",
  // As long as the headings of real policies.
  title: `${w.policy} · ${w.ask} ${w.returns}`,
  quote: w.passage,
  url: "https://example.com/returns",
});

const consulted = (w: Words) => [
  step(shopper, { type: "conversation.consulted", data: { productId: "p1" } }, 1),
  say(shopper, w.ask, 0),
  say(bot, w.answer),
];

const priced = (w: Words) => [
  say(shopper, w.price, 1),
  say(bot, w.priced),
  step(bot, { type: "coupon.granted", data: { couponId: "k1", code: "YUN20", label: w.coupon } }),
  say(shopper, w.returns, 1),
  say(bot, w.returned, 0, [passage(w)]),
];

const angry = (w: Words, staffed: boolean) => [
  say(shopper, w.angry, 2),
  say(bot, w.sorry),
  step(bot, { type: "handoff.requested", data: { staffed } }),
];

const human = (w: Words) => [
  ...angry(w, true),
  step(agent, { type: "agent.joined", data: { agentId: "a1", name: "林小北" } }, 1),
  say(agent, w.join),
  say(shopper, w.thanks, 1),
  step(agent, { type: "message.read", data: { reader: "agent", seq: 7 } }),
];

/** Builds a scene that ends about now. */
export function sceneOf(name: string, locale: "zh-CN" | "en"): Scene {
  ids = 0;
  const { steps, ...rest } = (scenes[name] ?? scenes.welcome!)(locale === "en" ? en : zh);
  let ago = steps.reduce((sum, { minutes }) => sum + minutes, 0);
  const events = [opened(locale), ...steps].map(({ by, body, minutes }, index) => {
    ago -= minutes;
    return { ...body, by, seq: index + 1, conversationId: "c1", at: Date.now() - ago * 60_000 - 5000 } as WireEvent;
  });
  return { id: "c1", events, cards: cardsOf(locale), commands: [], push: () => 0, lose: () => {}, ...rest };
}

/** The names of all scenes. */
export const sceneNames = Object.keys(scenes);
