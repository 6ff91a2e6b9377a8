import type { OrderCard, ProductCard, Sku } from "@yiwen/shared";

const yuan = (amount: number) => ({ amount: Math.round(amount * 100), currency: "CNY" });
const sizes = (id: string, price: number, stock: Record<string, number>): Sku[] =>
  Object.entries(stock).map(([name, count]) => {
    const [colour = "", size = ""] = name.split(" ");
    return { id: `${id}-${name}`, attributes: { 颜色: colour, 尺码: size }, price: yuan(price), stock: count };
  });

const list: ProductCard[] = [
  {
    id: "coat-01",
    title: "云朵轻暖羽绒服 女士短款连帽",
    category: "女装",
    price: yuan(459),
    listPrice: yuan(599),
    stock: 38,
    skus: sizes("coat-01", 459, { "米白 M": 12, "米白 L": 0, "黑色 M": 9, "黑色 L": 17 }),
    attributes: { 填充物: "90% 白鸭绒", 充绒量: "128 克", 洗涤: "可机洗" },
    url: "https://shop.example.com/coat-01",
  },
  {
    id: "kettle-02",
    title: "恒温电热水壶 1.7 升 316 不锈钢",
    category: "厨房电器",
    price: yuan(189),
    stock: 204,
    skus: [{ id: "kettle-02-w", attributes: { 颜色: "白色" }, price: yuan(189), stock: 204 }],
    attributes: { 容量: "1.7 升", 功率: "1500 瓦" },
  },
  {
    id: "shoes-03",
    title: "缓震跑步鞋 透气网面 男女同款",
    category: "运动",
    price: yuan(329.9),
    listPrice: yuan(399),
    stock: 6,
    skus: sizes("shoes-03", 329.9, { "灰蓝 40": 2, "灰蓝 41": 4, "灰蓝 42": 0 }),
    attributes: { 鞋底: "发泡橡胶" },
  },
];

/** What the fake shop sells. */
export const products: Record<string, ProductCard> = Object.fromEntries(list.map((product) => [product.id, product]));

const day = 86_400_000;

/** What was ordered there. */
export const orders: Record<string, OrderCard> = {
  "20261118-7731": {
    id: "20261118-7731",
    status: "shipped",
    placedAt: Date.now() - 3 * day,
    total: yuan(459),
    items: [{ productId: "coat-01", title: "云朵轻暖羽绒服", quantity: 1, price: yuan(459) }],
    carrier: "顺丰速运",
    trackingNumber: "SF1390028837712",
    latest: { at: Date.now() - day / 2, text: "快件已到达 杭州转运中心" },
  },
  "20260902-1180": {
    id: "20260902-1180",
    status: "completed",
    placedAt: Date.now() - 80 * day,
    total: yuan(378),
    items: [{ productId: "kettle-02", title: "恒温电热水壶", quantity: 2, price: yuan(189) }],
  },
};
