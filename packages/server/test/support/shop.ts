import type { OrderCard, ProductCard, ShopSettings } from "@yiwen/shared";
import { SignJWT } from "jose";
import { createKey, hashKey } from "../../src/auth/keys.ts";
import { signInShopper } from "../../src/auth/shopper-sign-in.ts";
import { chunkMarkdown } from "../../src/knowledge/chunk.ts";
import type { Shop } from "../../src/ports/directory.ts";
import { type Booted, settings } from "./boot.ts";

const yuan = (amount: number) => ({ amount: amount * 100, currency: "CNY" });

const sku = (size: string, colour: string, stock: number) => ({
  id: `${size}-${colour}`,
  attributes: { 尺码: size, 颜色: colour },
  price: yuan(199),
  stock,
});

/** A hoodie with sizes and colours, and a thermos without. */
export const goods: ProductCard[] = [
  {
    id: "hoodie",
    title: "山茶加绒连帽卫衣",
    category: "卫衣",
    price: yuan(199),
    listPrice: yuan(259),
    stock: 17,
    skus: [sku("M", "黑色", 5), sku("L", "黑色", 12), sku("L", "白色", 0)],
    attributes: { 材质: "80%棉 20%聚酯纤维", "English name": "Fleece hoodie" },
  },
  {
    id: "thermos",
    title: "不锈钢保温杯",
    category: "水杯",
    price: yuan(89),
    stock: 40,
    skus: [],
    attributes: { 容量: "500ml", 材质: "316不锈钢", "English name": "Steel thermos" },
  },
];

const policy = `# 退换货政策

## 可以退货吗，支持七天无理由退货吗
自签收之日起7天内，商品未使用、不影响二次销售的，可以申请七天无理由退货。退货运费由买家承担，质量问题由我们承担。

## 可以开发票吗
可以开具电子普通发票，在订单详情页申请，1个工作日内发送到邮箱。
`;

export const coupon: ShopSettings["coupons"][number] = {
  id: "hoodie20",
  code: "HOODIE20",
  label: { "zh-CN": "卫衣满150减20", en: "20 off hoodies over 150" },
  off: { amount: 2000 },
  minSpend: 15_000,
  currency: "CNY",
  categories: ["卫衣"],
};

export const order: OrderCard = {
  id: "YW1001",
  status: "shipped",
  placedAt: Date.UTC(2026, 0, 3),
  total: yuan(199),
  items: [{ productId: "hoodie", title: "山茶加绒连帽卫衣", quantity: 1, price: yuan(199) }],
  carrier: "顺丰速运",
  trackingNumber: "SF1234567890",
  latest: { at: Date.UTC(2026, 0, 4), text: "已到达杭州转运中心" },
};

/** A shop of its own with goods, a policy, a coupon and an order of the shopper `lin`. */
export async function openShop({ deps }: Pick<Booted, "deps">, change: Partial<ShopSettings> = {}): Promise<Shop> {
  const shop: Shop = {
    id: deps.ids(),
    name: "山茶小铺",
    publicKey: createKey("public"),
    identitySecret: createKey("secret"),
    settings: settings({ coupons: [coupon], ...change }),
  };
  await deps.directory.createShop({ ...shop, secretKeyHash: hashKey(createKey("secret")) });
  await deps.shopData.saveProducts(
    shop.id,
    goods.map((product) => ({ product, listed: true })),
  );
  const document = "returns.md";
  await deps.shopData.savePassages(shop.id, [document], chunkMarkdown({ document, markdown: policy }));
  await deps.shopData.saveOrders(shop.id, [{ externalId: "lin", order }]);
  return shop;
}

/** A shopper's token; with `externalId` of someone the shop vouches for. */
export async function shopperToken({ deps }: Pick<Booted, "deps">, shop: Shop, externalId?: string): Promise<string> {
  const identity = externalId && (await identityOf(shop, externalId, deps.clock.now()));
  const session = await signInShopper(deps, shop, { channel: "web", ...(identity && { identity }) });
  if (!session.ok) throw new Error(session.error.code);
  return session.data.session.token;
}

/** A token in which the shop vouches for someone. */
export async function identityOf(shop: Shop, externalId: string, now: number): Promise<string> {
  return new SignJWT({ name: "小林" })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(externalId)
    .setExpirationTime(Math.floor(now / 1000) + 3600)
    .sign(new TextEncoder().encode(shop.identitySecret));
}

/** An agent's token; signed in without a password, whose hash is slow on purpose. */
export async function agentToken(
  booted: Pick<Booted, "deps">,
  shop: Shop,
  name: string,
): Promise<{ token: string; id: string }> {
  const { directory, ids } = booted.deps;
  const id = ids();
  const email = `${id}@example.com`;
  await directory.createAgent({ shop: shop.id, id, email, name, role: "agent", passwordHash: "" });
  return { token: await anotherSession(booted, shop, id), id };
}

/** A token of one more session of an agent, as on another device. */
export async function anotherSession({ deps }: Pick<Booted, "deps">, shop: Shop, agent: string): Promise<string> {
  const token = createKey("agentToken");
  const expiresAt = deps.clock.now() + 12 * 60 * 60 * 1000;
  await deps.directory.createAgentSession({ tokenHash: hashKey(token), shop: shop.id, agent, expiresAt });
  return token;
}

/** Signs an agent out of the session of this token. */
export async function signOut({ url }: Pick<Booted, "url">, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const reply = await fetch(`${url}/v1/agents/sessions`, { method: "DELETE", headers });
  if (!reply.ok) throw new Error(`signing out: ${reply.status}`);
}
