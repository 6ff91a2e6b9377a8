import { Button, Text, View } from "@tarojs/components";
import Taro, { useDidShow } from "@tarojs/taro";
import { setYiwenLocale, useBehaviour } from "@yiwen/miniprogram/taro";
import type { OrderCard } from "@yiwen/shared";
import { useEffect, useState } from "react";
import { Empty } from "../../parts/empty.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { shoppers, signIn, useAccount } from "../../shop/account.ts";
import { chooseLanguage, language, locale } from "../../shop/language.ts";
import { nameOf } from "../../shop/names.ts";
import { read } from "../../shop/server.ts";
import { words } from "../../shop/words.ts";
import { Order } from "./order.tsx";
import "./orders.css";

/** Whoever is signed in, and what they bought. */
export default function Orders() {
  const account = useAccount();
  useBehaviour();
  useDidShow(() => void Taro.setNavigationBarTitle({ title: words().tabs[2] ?? "" }));
  return (
    <View className="orders">
      <View className="orders-head">
        <Text>{account ? words().signedIn(nameOf(shopperName(account))) : ""}</Text>
        <View className="orders-links">
          {account && <Text onClick={() => signIn("")}>{words().signOut}</Text>}
          <Text onClick={switchLanguage}>{words().otherLanguage}</Text>
        </View>
      </View>
      {account ? <List account={account} /> : <SignIn />}
    </View>
  );
}

const shopperName = (id: string) => shoppers.find((one) => one.id === id)?.name ?? id;

function switchLanguage() {
  chooseLanguage(language() === "en" ? "zh" : "en");
  setYiwenLocale(locale());
  words().tabs.forEach((text, index) => void Taro.setTabBarItem({ index, text }));
  void Taro.reLaunch({ url: "/pages/home/home" });
}

function SignIn() {
  return (
    <Empty title={words().signInFirst} hint={words().signInHint}>
      {shoppers.map(({ id, name }, i) => (
        <Button key={id} className={`button ${i === 0 ? "button-main" : ""}`} onClick={() => signIn(id)}>
          {words().signIn(nameOf(name))}
        </Button>
      ))}
    </Empty>
  );
}

function List({ account }: { account: string }) {
  const [orders, setOrders] = useState<OrderCard[]>();
  useEffect(() => {
    setOrders(undefined);
    const newestFirst = (list: OrderCard[]) => list.sort((one, other) => other.placedAt - one.placedAt);
    read<OrderCard[]>(`/shop/orders.json?shopper=${account}`).then(
      (list) => setOrders(newestFirst(list)),
      () => setOrders([]),
    );
  }, [account]);
  if (!orders) return null;
  if (orders.length === 0) return <Empty title={words().noOrders} />;
  return (
    <Loaded>
      {(goods) => (
        <>
          {orders.map((order) => (
            <Order key={order.id} order={order} goods={goods} />
          ))}
        </>
      )}
    </Loaded>
  );
}
