import { Input, ScrollView, Text, View } from "@tarojs/components";
import Taro, { useDidShow, useReachBottom, useShareAppMessage } from "@tarojs/taro";
import { getYiwen } from "@yiwen/miniprogram";
import { ConsultButton, useBehaviour } from "@yiwen/miniprogram/taro";
import { useState } from "react";
import { Empty } from "../../parts/empty.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { ProductCard } from "../../parts/product-card.tsx";
import type { Product } from "../../shop/goods.ts";
import { nameOf, titleOf } from "../../shop/names.ts";
import { words } from "../../shop/words.ts";
import "./home.css";

/** How many goods are drawn at first, and more each time the end comes near. */
const pageSize = 10;

/** Goods to look through: by category, by words, a few at a time. */
export default function Home() {
  const [category, setCategory] = useState("");
  const [search, setSearch] = useState("");
  const [shown, setShown] = useState(pageSize);
  useBehaviour();
  useDidShow(() => void Taro.setNavigationBarTitle({ title: words().shop }));
  useReachBottom(() => setShown((count) => count + pageSize));
  useShareAppMessage(() => {
    getYiwen()?.behaviour.share({ path: "pages/home/home" });
    return { title: words().shop, path: "/pages/home/home" };
  });
  const choose = (chosen: string) => {
    setCategory(chosen);
    setShown(pageSize);
  };
  return (
    <View>
      <View className="home-search">
        <Icon name="search" />
        <Input
          className="home-input"
          placeholder={words().search}
          confirmType="search"
          onInput={({ detail }) => setSearch(detail.value)}
        />
      </View>
      {!category && !search && <Hero />}
      <Loaded>
        {(goods) => (
          <>
            <Categories goods={goods} chosen={category} choose={choose} />
            <Goods found={goods.filter((one) => isFound(one, category, search))} shown={shown} />
          </>
        )}
      </Loaded>
    </View>
  );
}

function isFound(product: Product, category: string, search: string): boolean {
  if (category && product.category !== category) return false;
  const text = [product.title, titleOf(product), product.category, ...Object.values(product.attributes)].join(" ");
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word));
}

function Hero() {
  const { heroTitle, heroText, heroConsult, coupons } = words();
  return (
    <View className="hero">
      <View className="hero-title">{heroTitle}</View>
      <View className="hero-text">{heroText}</View>
      <View className="hero-coupons">
        {coupons.map((coupon) => (
          <Text key={coupon} className="hero-coupon">
            {coupon}
          </Text>
        ))}
      </View>
      <ConsultButton className="consult">{heroConsult}</ConsultButton>
    </View>
  );
}

type CategoriesProps = { goods: Product[]; chosen: string; choose(category: string): void };

function Categories({ goods, chosen, choose }: CategoriesProps) {
  const names = ["", ...new Set(goods.map(({ category }) => category))];
  return (
    <ScrollView className="chips" scrollX showScrollbar={false} enhanced>
      <View className="chips-row">
        {names.map((name) => (
          <View key={name} className={`chip ${name === chosen ? "is-chosen" : ""}`} onClick={() => choose(name)}>
            {name ? nameOf(name) : words().all}
          </View>
        ))}
      </View>
    </ScrollView>
  );
}

function Goods({ found, shown }: { found: Product[]; shown: number }) {
  if (found.length === 0) return <Empty title={words().nothing} hint={words().nothingHint} />;
  return (
    <>
      <View className="grid">
        {found.slice(0, shown).map((product) => (
          <ProductCard key={product.id} product={product} />
        ))}
      </View>
      {shown >= found.length && <View className="grid-end">{words().noMore}</View>}
    </>
  );
}
