import { Text, View } from "@tarojs/components";
import type { Sku } from "@yiwen/shared";
import type { Product } from "../shop/goods.ts";
import { language } from "../shop/language.ts";
import { money } from "../shop/money.ts";
import { words } from "../shop/words.ts";
import "./price.css";

/** A product's price, or one SKU's, with the price before the reduction. */
export function Price({ product, sku }: { product: Product; sku?: Sku }) {
  const now = (sku?.price ?? product.price).amount;
  const before = product.listPrice?.amount ?? 0;
  const isFrom = !sku && product.skus.some(({ price }) => price.amount > now);
  const from = isFrom && <Text className="price-from">{words().from}</Text>;
  return (
    <View className="price">
      {language() === "en" && from}
      <Text className="price-now">{money(now)}</Text>
      {language() === "zh" && from}
      {before > now && <Text className="price-before">{money(before)}</Text>}
    </View>
  );
}
