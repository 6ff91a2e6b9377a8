import { Button, Image, View } from "@tarojs/components";
import Taro, { useDidShow } from "@tarojs/taro";
import { useBehaviour } from "@yiwen/miniprogram/taro";
import type { Sku } from "@yiwen/shared";
import { Empty } from "../../parts/empty.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Stepper } from "../../parts/stepper.tsx";
import { type Line, setQuantity, useCart } from "../../shop/cart.ts";
import { type Product, pictureOf } from "../../shop/goods.ts";
import { money } from "../../shop/money.ts";
import { nameOf, titleOf } from "../../shop/names.ts";
import { words } from "../../shop/words.ts";
import "./cart.css";

/** In fen, as the shipping policy says. */
const freeFrom = 9900;
const fee = 800;

type FullLine = { line: Line; product: Product; sku: Sku | undefined };

/** What was put aside, and what it comes to. */
export default function Cart() {
  const cart = useCart();
  useBehaviour();
  useDidShow(() => void Taro.setNavigationBarTitle({ title: words().cart }));
  return <Loaded>{(goods) => <Lines lines={linesOf(cart, goods)} />}</Loaded>;
}

/** The cart's lines with what they name; goods that are gone are left out. */
function linesOf(cart: Line[], goods: Product[]): FullLine[] {
  return cart.flatMap((line) => {
    const product = goods.find(({ id }) => id === line.productId);
    const sku = product?.skus.find(({ id }) => id === line.skuId);
    return product && (sku || !line.skuId) ? [{ line, product, sku }] : [];
  });
}

const priceOf = ({ line, product, sku }: FullLine) => (sku?.price ?? product.price).amount * line.quantity;

function Lines({ lines }: { lines: FullLine[] }) {
  const home = () => void Taro.switchTab({ url: "/pages/home/home" });
  if (lines.length === 0) {
    return (
      <Empty title={words().cartEmpty} hint={words().cartEmptyHint}>
        <Button className="button button-main" onClick={home}>
          {words().home}
        </Button>
      </Empty>
    );
  }
  return (
    <View className="cart">
      <View className="panel">
        {lines.map((full) => (
          <CartLine key={full.line.skuId ?? full.line.productId} full={full} />
        ))}
      </View>
      <Sum lines={lines} />
    </View>
  );
}

function CartLine({ full }: { full: FullLine }) {
  const { line, product, sku } = full;
  const open = () => void Taro.navigateTo({ url: `/pages/product/product?id=${product.id}` });
  return (
    <View className="line">
      <Image className="line-picture" src={pictureOf(product, sku)} mode="aspectFill" webp onClick={open} />
      <View className="line-text">
        <View className="line-title">{titleOf(product)}</View>
        {sku && <View className="line-options">{Object.values(sku.attributes).map(nameOf).join(" / ")}</View>}
        <View className="line-foot">
          <View className="line-price">{money(priceOf(full))}</View>
          <Stepper
            value={line.quantity}
            least={0}
            most={sku?.stock ?? product.stock}
            onChange={(quantity) => setQuantity(line, quantity)}
          />
        </View>
      </View>
    </View>
  );
}

function Sum({ lines }: { lines: FullLine[] }) {
  const goods = lines.reduce((sum, line) => sum + priceOf(line), 0);
  const shipping = goods >= freeFrom ? 0 : fee;
  const row = (name: string, value: string) => (
    <View className="sum-row">
      <View>{name}</View>
      <View>{value}</View>
    </View>
  );
  return (
    <View className="panel">
      {row(words().subtotal, money(goods))}
      {row(words().shipping, shipping === 0 ? words().free : money(shipping))}
      <View className="sum-row is-total">
        <View>{words().pay}</View>
        <View>{money(goods + shipping)}</View>
      </View>
      {shipping > 0 && <View className="sum-hint">{words().toFree(money(freeFrom - goods))}</View>}
      <Button className="button button-main" disabled>
        {words().checkout}
      </Button>
      <View className="sum-hint">{words().noCheckout}</View>
    </View>
  );
}
