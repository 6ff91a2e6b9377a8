import { Image, Text, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { memo } from "react";
import { type Product, pictureUrl } from "../shop/goods.ts";
import { titleOf } from "../shop/names.ts";
import { words } from "../shop/words.ts";
import { Price } from "./price.tsx";
import "./product-card.css";

/** From this many pieces down the shop says how many are left. */
const lowStock = 10;

type Props = { product: Product };

/** A product in a list. */
export const ProductCard = memo(function ProductCard({ product }: Props) {
  const { id, stock, image = "" } = product;
  const open = () => void Taro.navigateTo({ url: `/pages/product/product?id=${id}` });
  return (
    <View className="card" onClick={open}>
      <Image className="card-image" src={pictureUrl(image)} mode="aspectFill" lazyLoad webp />
      {stock <= lowStock && <Text className="card-tag">{stock === 0 ? words().soldOut : words().low(stock)}</Text>}
      <View className="card-title">{titleOf(product)}</View>
      <View className="card-foot">
        <Price product={product} />
      </View>
    </View>
  );
});
