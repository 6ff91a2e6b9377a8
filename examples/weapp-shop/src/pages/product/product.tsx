import { View } from "@tarojs/components";
import Taro, { useDidShow, useRouter, useShareAppMessage } from "@tarojs/taro";
import { getYiwen } from "@yiwen/miniprogram";
import { useBehaviour } from "@yiwen/miniprogram/taro";
import { useState } from "react";
import { Empty } from "../../parts/empty.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Price } from "../../parts/price.tsx";
import { Stepper } from "../../parts/stepper.tsx";
import { type Product, picturesOf, skuOf } from "../../shop/goods.ts";
import { attributesOf, titleOf } from "../../shop/names.ts";
import { words } from "../../shop/words.ts";
import { Buy } from "./buy.tsx";
import { Gallery } from "./gallery.tsx";
import { Options } from "./options.tsx";
import "./product.css";

/** One product: pictures, choices, what it is made of, and one tap to ask about it. */
export default function ProductPage() {
  const { id = "" } = useRouter().params;
  useBehaviour({ productId: id });
  useDidShow(() => void Taro.setNavigationBarTitle({ title: words().product }));
  useShareAppMessage(() => {
    getYiwen()?.behaviour.share({ productId: id });
    return { path: `/pages/product/product?id=${id}` };
  });
  return (
    <Loaded>
      {(goods) => {
        const product = goods.find((one) => one.id === id);
        return product ? <Details product={product} /> : <Empty title={words().missing} hint={words().missingHint} />;
      }}
    </Loaded>
  );
}

function Details({ product }: { product: Product }) {
  // What is in stock is chosen first, so that the page never opens on something sold out.
  const first = product.skus.find(({ stock }) => stock > 0) ?? product.skus[0];
  const [chosen, setChosen] = useState<Record<string, string>>(first?.attributes ?? {});
  const [wanted, setWanted] = useState(1);
  const sku = skuOf(product, chosen);
  const stock = product.skus.length > 0 ? (sku?.stock ?? 0) : product.stock;
  const quantity = Math.max(1, Math.min(wanted, stock));
  const pictures = picturesOf(product);
  const picture = pictures.findIndex(({ option, value }) => option && chosen[option] === value);
  const choose = (name: string, value: string) => setChosen({ ...chosen, [name]: value });
  return (
    <View className="product">
      <Gallery
        pictures={pictures}
        current={Math.max(0, picture)}
        onShow={({ option, value }) => option && value && choose(option, value)}
      />
      <View className="panel">
        <View className="product-price">
          <Price product={product} sku={sku} />
          <View className={`product-stock ${stock === 0 ? "is-out" : ""}`}>{stockText(stock)}</View>
        </View>
        <View className="product-title">{titleOf(product)}</View>
        <View className="promises">
          {words().promises.map((promise) => (
            <View key={promise} className="promise">
              {promise}
            </View>
          ))}
        </View>
      </View>
      <View className="panel">
        <Options product={product} chosen={chosen} choose={choose} />
        <View className="product-quantity">
          <View>{words().quantity}</View>
          <Stepper value={quantity} most={stock} onChange={setWanted} />
        </View>
      </View>
      <View className="panel">
        <View className="panel-title">{words().details}</View>
        {attributesOf(product).map(([name, value]) => (
          <View key={name} className="attribute">
            <View className="attribute-name">{name}</View>
            <View className="attribute-value">{value}</View>
          </View>
        ))}
      </View>
      <Buy product={product} sku={sku} stock={stock} quantity={quantity} />
    </View>
  );
}

function stockText(stock: number): string {
  if (stock === 0) return words().soldOut;
  return stock <= 10 ? words().low(stock) : words().inStock;
}
