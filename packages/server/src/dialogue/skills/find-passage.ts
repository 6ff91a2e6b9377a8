import type { Language } from "@yiwen/shared";
import { askFor, isIntent } from "../../nlu/intents/registry.ts";
import { bare } from "../../nlu/normalise.ts";
import { similarity } from "../../nlu/similar.ts";
import { queryTerms } from "../../nlu/terms.ts";
import type { Facts, Found, Passage } from "../facts.ts";

/** Words of each policy topic, so that a shopper's own words need not be the policy's. */
const topicWords: Record<string, Record<Language, string>> = {
  shipping: { zh: "运费|邮费|包邮|配送|发货时间|快递", en: "shipping|delivery|free shipping" },
  urgeShipping: { zh: "发货时间|多久发货", en: "ship|dispatch" },
  logistics: { zh: "物流|配送|时效", en: "tracking|delivery" },
  cancelOrder: { zh: "取消订单|取消", en: "cancel|cancel order" },
  modifyOrder: { zh: "修改订单|修改地址|改地址", en: "change|address|change address" },
  returnGoods: { zh: "退货|申请退货|退货流程|退换货", en: "return|return an item|how to return" },
  exchange: { zh: "换货|怎么换|换尺码|退换货", en: "exchange" },
  refundProgress: { zh: "退款|退款到账|到账", en: "refund|refunds" },
  priceProtection: { zh: "价保|价格保护|差价", en: "price protection" },
  invoice: { zh: "发票|开票", en: "invoice|receipt" },
  payment: { zh: "支付|付款|支付方式", en: "payment|payment methods" },
  repair: { zh: "质量|坏了|破损|维修|保修|售后", en: "quality|damaged|faulty|repair|warranty" },
  warranty: { zh: "保修|质保", en: "warranty" },
  authenticity: { zh: "正品|保证", en: "genuine|authentic|quality" },
  install: { zh: "安装|说明书|使用方法", en: "install|instructions|manual" },
  storeInfo: { zh: "营业时间|客服时间|联系方式|地址", en: "opening hours|contact" },
  privacy: { zh: "隐私|个人信息", en: "privacy|personal data" },
  membership: { zh: "会员|会员权益|会员等级|积分", en: "membership|points" },
  coupon: { zh: "优惠券|使用规则", en: "coupon" },
  stock: { zh: "缺货|补货", en: "restock" },
  sizeAdvice: { zh: "尺码|尺码表", en: "size|sizing|size guide" },
  complaint: { zh: "投诉|售后", en: "complaint" },
};

/** Points inside a topic that shoppers name plainly and policies give a section of their own. */
const points: { when: RegExp; words: Record<Language, string> }[] = [
  { when: /少发|漏发|少了|少一|缺了|缺一|没收全|missing/i, words: { zh: "少发|漏发|少件", en: "missing" } },
  { when: /发错|错发|寄错|wrong item/i, words: { zh: "发错", en: "wrong item" } },
  { when: /(?:运费|邮费).{0,4}(?:谁|承担|出)|who pays/i, words: { zh: "退货运费|运费谁出", en: "return shipping" } },
];

/** With the topic known, one of its words or most of the shopper's must be there. */
const knownFrom = { topic: 0.5, text: 0.5 };
/** With nothing known but the shopper's words, they must nearly all be there. */
const blindFrom = 0.56;
/** Enough that a whole document about the topic is among them. */
const looked = 40;

/** The best passage for a question; `intent` narrows it to a topic. Undefined when nothing is good enough. */
export function findPassage(
  facts: Facts,
  query: { text: string; intent?: string; language: Language },
): Passage | undefined {
  const other: Language = query.language === "zh" ? "en" : "zh";
  return (
    inLanguage(facts, query, query.language) ??
    (query.intent === undefined ? undefined : inLanguage(facts, query, other))
  );
}

function inLanguage(
  { passages }: Facts,
  { text, intent }: { text: string; intent?: string },
  language: Language,
): Passage | undefined {
  const byText = passages.search(text.slice(0, 300), { limit: looked, language });
  const point = points.find(({ when }) => when.test(text));
  const words = intent === undefined ? undefined : (point?.words ?? topicWords[intent])?.[language];
  if (intent === undefined || words === undefined) return blind(text, byText[0]); // Word by word: a policy says it in one of these ways, not in all.
  const topics = words.split("|");
  const byTopic = topics.map((word) => passages.search(word, { limit: looked, language }));
  const plain = isIntent(intent) ? passages.search(askFor(intent, language), { limit: looked, language }) : [];
  const asked = [text, ...(isIntent(intent) ? [askFor(intent, language)] : [])];
  return best(
    { byText, byTopic, plain },
    (title) => titleBonus(title.toLowerCase(), topics, text.toLowerCase()) + likeness(title, asked),
  );
}

/** Without a topic the title must speak of it too: words that happen to be there prove nothing. */
function blind(text: string, found: Found<Passage> | undefined): Passage | undefined {
  if (!found || found.score < blindFrom) return undefined;
  const title = found.item.title.toLowerCase();
  const telling = queryTerms(text).filter((term) => term.length > 1 && !/^[12]\p{Script=Han}/u.test(term));
  return telling.some((term) => title.includes(term)) ? found.item : undefined;
}

/** A title that names the topic is what the passage is about: most in its document's heading, more in the shopper's word. */
function titleBonus(title: string, topics: string[], text: string): number {
  const heading = title.split(" · ")[0] ?? "";
  const named = topics.filter((word) => title.includes(word));
  const said = named.some((word) => text.includes(word)) ? 0.6 : named.length > 0 ? 0.3 : 0;
  return said + (topics.some((word) => heading.includes(word)) ? 0.5 : 0);
}

/** How near a title's question is to the shopper's or to the plain one, stop words and all: "how" and "who" differ only there. */
function likeness(title: string, asked: string[]): number {
  const parts = (title.split(" · ").at(-1) ?? "")
    .split(/[?？]/)
    .map(bare)
    .filter((part) => part !== "");
  return Math.max(0, ...parts.flatMap((part) => asked.map((question) => similarity(part, bare(question)))));
}

type Searched = { byText: Found<Passage>[]; byTopic: Found<Passage>[][]; plain: Found<Passage>[] };

/** Ranks by the shopper's words first, then by the topic's and by the plain question of the intent. */
function best({ byText, byTopic, plain }: Searched, bonus: (title: string) => number): Passage | undefined {
  const score = (found: Found<Passage>[], item: Passage) => found.find((f) => f.item === item)?.score ?? 0;
  const items = new Set([...byText, ...byTopic.flat(), ...plain].map(({ item }) => item));
  return [...items]
    .map((item) => {
      const topic = byTopic.map((found) => score(found, item)).sort((a, b) => b - a);
      const rest = topic.slice(1).reduce((sum, one) => sum + one, 0) * 0.25;
      return { item, text: score(byText, item), topic: topic[0] ?? 0, rest: rest + score(plain, item) };
    })
    .filter(({ text, topic }) => topic >= knownFrom.topic || text >= knownFrom.text)
    .map(({ item, text, topic, rest }) => ({ item, rank: 2.5 * text + topic + rest + bonus(item.title) }))
    .sort((a, b) => b.rank - a.rank)[0]?.item;
}
