import { Button, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { getYiwen } from "@yiwen/miniprogram";
import { ConsultButton, UnreadBadge } from "@yiwen/miniprogram/taro";
import type { Sku } from "@yiwen/shared";
import { addToCart } from "../../shop/cart.ts";
import type { Product } from "../../shop/goods.ts";
import { words } from "../../shop/words.ts";
import "./buy.css";

type Props = { product: Product; sku: Sku | undefined; stock: number; quantity: number };

/** What stays in reach at the foot of the page: asking, and the cart. */
export function Buy({ product, sku, stock, quantity }: Props) {
  const add = () => {
    const line = { productId: product.id, ...(sku && { skuId: sku.id }), quantity };
    addToCart(line, stock);
    getYiwen()?.behaviour.addToCart(product.id, { ...(sku && { skuId: sku.id }), quantity });
    void Taro.showToast({ title: words().added, icon: "success" });
  };
  return (
    <View className="buy">
      <View className="buy-consult">
        <ConsultButton className="consult-soft" productId={product.id} />
        <UnreadBadge className="buy-unread" />
      </View>
      <Button className="button button-main buy-add" disabled={stock === 0} onClick={add}>
        {stock === 0 ? words().soldOut : words().addToCart}
      </Button>
    </View>
  );
}
