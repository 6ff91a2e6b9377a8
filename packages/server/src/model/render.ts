import type { Coupon, Language, OrderCard, OrderStatus, ProductCard, Sku } from "@yiwen/shared";
import type { KnownPassage } from "../dialogue/facts.ts";
import { attributesOf, titleOf, valueWords } from "../dialogue/localise.ts";
import { formatMoney, formatRange } from "../dialogue/money.ts";
import type { GroundChoice, GroundSource } from "../grounding/source.ts";

const shownSkus = 40;
const shownText = 1200;

const states: Record<Language, Record<OrderStatus, string>> = {
  zh: {
    unpaid: "待付款",
    paid: "已付款，待发货",
    shipped: "已发货，运输中",
    delivered: "已送达",
    completed: "已完成",
    cancelled: "已取消",
    refunding: "退款中",
    refunded: "已退款",
  },
  en: {
    unpaid: "awaiting payment",
    paid: "paid, not shipped yet",
    shipped: "shipped, in transit",
    delivered: "delivered",
    completed: "completed",
    cancelled: "cancelled",
    refunding: "refund in progress",
    refunded: "refunded",
  },
};

/** What is told to the model is told once, as text: its replies are checked against the very same words. */
export function productSource(product: ProductCard, language: Language): GroundSource {
  const title = titleOf(product, language);
  const zh = language === "zh";
  const lines = [
    `${zh ? "商品" : "Product"} ${product.id}: ${title}`,
    `${zh ? "分类" : "Category"}: ${product.category}`,
    `${zh ? "价格" : "Price"}: ${priceOf(product)}`,
    ...(product.listPrice ? [`${zh ? "原价" : "List price"}: ${formatMoney(product.listPrice)}`] : []),
    `${zh ? "库存" : "Stock"}: ${product.stock} ${zh ? "件" : "left"}`,
    ...attributesOf(product, language).map(([key, value]) => `${key}: ${value}`),
    ...(product.url ? [product.url] : []),
  ];
  return {
    id: `product ${product.id}`,
    names: [title, product.title],
    heading: "",
    text: lines.join("\n"),
    choices: product.skus.slice(0, shownSkus).map((sku) => choiceOf(sku, language)),
    stock: product.stock,
  };
}

/** A size or colour with its own price and stock, under all the words that either language has for it. */
function choiceOf({ attributes, price, stock }: Sku, language: Language): GroundChoice {
  const values = Object.entries(attributes);
  const option = values.map(([key, value]) => valueWords(key, value, language)).join(" ");
  const left = language === "zh" ? `库存 ${stock} 件` : `${stock} in stock`;
  const words = values.map(([key, value]) => [
    key,
    [value, valueWords(key, value, "zh"), valueWords(key, value, "en"), ...sizeNames(value)],
  ]);
  return { options: Object.fromEntries(words), text: `- ${option}: ${formatMoney(price)}, ${left}`, stock };
}

/** "42" is also "42号". */
function sizeNames(value: string): string[] {
  return /^\d{2}(?:\.5)?$/.test(value) ? [`${value}码`, `${value}号`, `size ${value}`] : [];
}

function priceOf({ skus, price }: ProductCard): string {
  return formatRange(skus.length > 0 ? skus.map((sku) => sku.price) : [price]);
}

/** One line of a list of products. */
export function productLine(product: ProductCard, language: Language): string {
  const stock = language === "zh" ? `库存 ${product.stock} 件` : `${product.stock} in stock`;
  return `- ${product.id}: ${titleOf(product, language)}, ${priceOf(product)}, ${stock}`;
}

export function orderSource(order: OrderCard, language: Language, timeZone: string): GroundSource {
  const zh = language === "zh";
  const time = (at: number) => timeIn(at, language, timeZone);
  const lines = [
    `${zh ? "订单" : "Order"} ${order.id}: ${states[language][order.status]}`,
    `${zh ? "下单" : "Placed"}: ${time(order.placedAt)}; ${zh ? "合计" : "total"} ${formatMoney(order.total)}`,
    ...order.items.map(({ title, quantity, price }) => `- ${title} ×${quantity} ${formatMoney(price)}`),
    ...(order.carrier ? [`${zh ? "快递" : "Carrier"}: ${order.carrier} ${order.trackingNumber ?? ""}`] : []),
    ...(order.latest ? [`${zh ? "最新物流" : "Latest"} (${time(order.latest.at)}): ${order.latest.text}`] : []),
  ];
  const items = order.items.map(({ title }) => title);
  return {
    id: `order ${order.id}`,
    names: [order.id],
    heading: "",
    text: lines.join("\n"),
    order: { status: order.status, items },
  };
}

export function passageSource({ id, title, answer }: KnownPassage): GroundSource {
  return { id, names: [], heading: title, text: answer.slice(0, shownText) };
}

/** A coupon without its code: that is the bot's to grant. */
export function couponSource(coupon: Coupon, language: Language, timeZone: string): GroundSource {
  const zh = language === "zh";
  const money = (amount: number) => formatMoney({ amount, currency: coupon.currency });
  const { off } = coupon;
  const percent = (of: number) => (zh ? `${of}%（${(100 - of) / 10}折）` : `${of}%`);
  const amount = "amount" in off ? money(off.amount) : percent(off.percent);
  const lines = [
    `${zh ? "优惠券" : "Coupon"}: ${coupon.label[zh ? "zh-CN" : "en"]}`,
    zh ? `优惠: 减 ${amount}` : `${amount} off`,
    ...(coupon.minSpend === undefined ? [] : [`${zh ? "满" : "From"} ${money(coupon.minSpend)}`]),
    ...(coupon.categories ? [`${zh ? "分类" : "Categories"}: ${coupon.categories.join(", ")}`] : []),
    ...(coupon.validUntil ? [`${zh ? "有效期至" : "Until"} ${timeIn(coupon.validUntil, language, timeZone)}`] : []),
  ];
  return { id: `coupon ${coupon.id}`, names: [], heading: zh ? "优惠券" : "Coupons", text: lines.join("\n") };
}

function timeIn(at: number, language: Language, timeZone: string): string {
  const options = { month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const locale = language === "zh" ? "zh-CN" : "en";
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(at);
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(at);
  }
}
