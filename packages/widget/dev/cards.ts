import type { Cards, ProductCard } from "@yiwen/shared";

const cny = (amount: number) => ({ amount, currency: "CNY" });

/** The cards of the fake shop. */
export function cardsOf(locale: "zh-CN" | "en"): Cards {
  const isChinese = locale === "zh-CN";
  const product = (id: string, title: string, rest: Partial<ProductCard>): ProductCard => ({
    id,
    title,
    category: "shoes",
    price: cny(39_900),
    stock: 24,
    skus: [],
    attributes: {},
    url: "https://example.com/p",
    ...rest,
  });
  const runner = isChinese
    ? "云阶缓震跑鞋 男女同款 轻便透气 日常慢跑通勤"
    : "Yunjie cushioned running shoe, light and breathable, unisex";
  const sandal = isChinese ? "夏季软底拖鞋" : "Soft summer sandals";
  return {
    products: {
      p1: product("p1", runner, { listPrice: cny(45_900), stock: 6, image: "./shoe.svg" }),
      p2: product("p2", sandal, { price: cny(5950), stock: 0, url: undefined }),
      gone: null,
    },
    orders: {
      o1: {
        id: "20261118-0042",
        status: "shipped",
        placedAt: Date.now() - 3 * 86_400_000,
        total: cny(53_800),
        items: [
          { title: runner, quantity: 1, price: cny(39_900), image: "./shoe.svg" },
          { title: sandal, quantity: 2, price: cny(5950) },
          { title: sandal, quantity: 1, price: cny(2000) },
        ],
        carrier: isChinese ? "顺丰" : "SF",
        trackingNumber: "SF1029384756",
        latest: {
          at: Date.now() - 3 * 3_600_000,
          text: isChinese ? "包裹已到达杭州转运中心" : "Arrived at the Hangzhou hub",
        },
      },
      none: null,
    },
  };
}
