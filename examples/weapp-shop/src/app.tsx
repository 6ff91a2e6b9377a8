import Taro, { useLaunch } from "@tarojs/taro";
import { setUpYiwen } from "@yiwen/miniprogram/taro";
import type { PropsWithChildren } from "react";
import { identify } from "./shop/account.ts";
import { locale } from "./shop/language.ts";
import { server } from "./shop/server.ts";
import { words } from "./shop/words.ts";
import "./app.css";

/** The shop: sets the chat up once, which connects nothing before somebody asks. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    setUpYiwen({
      server: server(),
      shop: "pk_demo",
      locale: locale(),
      theme: { accent: "#b4375a" },
      pages: { product: "/pages/product/product?id={id}" },
    });
    words().tabs.forEach((text, index) => void Taro.setTabBarItem({ index, text }));
    // Without the shop's word the chat goes on as the person whom WeChat knows.
    identify().catch(() => undefined);
  });
  return children;
}
