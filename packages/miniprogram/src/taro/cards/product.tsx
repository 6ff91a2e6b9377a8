import { Text, View } from "@tarojs/components";
import type { ProductCard } from "@yiwen/miniprogram";
import { formatMoney, pageOf } from "@yiwen/miniprogram/view";
import { useChatPage } from "../chat-context.ts";
import { Picture } from "../parts/picture.tsx";
import { useLanguage } from "../use-language.ts";
import { openHostPage } from "./open-host-page.ts";

/** Stock at or below this is told by number. */
const fewLeft = 10;

/** A product as it stands now; `null` is one the shop no longer sells, `undefined` one still being read. */
export function Product({ card, label }: { card: ProductCard | null | undefined; label?: string }) {
  const { product } = useLanguage().texts;
  const { pages } = useChatPage();
  if (!card) return <View className="yw-card yw-card-empty">{card === null ? product.gone : product.loading}</View>;
  const { title, image, price, listPrice, stock } = card;
  const page = pageOf(pages.product, card.id);
  return (
    <View className="yw-card yw-card-row" hoverClass={page ? "yw-pressed" : "none"} onClick={() => openHostPage(page)}>
      <Picture src={image} />
      <View className="yw-card-body">
        {label && <View className="yw-card-label">{label}</View>}
        <View className="yw-card-title">{title}</View>
        <View className="yw-card-line">
          <Text className="yw-price">{formatMoney(price)}</Text>
          {listPrice && listPrice.amount > price.amount && (
            <Text className="yw-list-price">{formatMoney(listPrice)}</Text>
          )}
          {stock <= 0 ? (
            <Text className="yw-stock yw-is-out">{product.soldOut}</Text>
          ) : (
            <Text className={`yw-stock${stock <= fewLeft ? " yw-is-few" : ""}`}>
              {stock <= fewLeft ? product.few(stock) : product.inStock}
            </Text>
          )}
        </View>
      </View>
    </View>
  );
}
