import Taro from "@tarojs/taro";
import type { PublicShop } from "@yiwen/miniprogram";
import { themeStyle } from "@yiwen/miniprogram/view";
import { useEffect, useState } from "react";
import { currentSettings } from "./settings.ts";

type Scheme = "light" | "dark";

/** The page's class and inline style: the host's theme, else the shop's own accent and corners; dark with WeChat. */
export function useTheme(shop: PublicShop | undefined): { className: string; style: string } {
  const theme = currentSettings()?.look.theme ?? {};
  const [system, setSystem] = useState<Scheme>(() => (Taro.getAppBaseInfo().theme === "dark" ? "dark" : "light"));
  useEffect(() => {
    const follow = ({ theme }: { theme?: string }) => setSystem(theme === "dark" ? "dark" : "light");
    Taro.onThemeChange(follow);
    return () => Taro.offThemeChange(follow);
  }, []);
  const scheme = theme.scheme ?? system;
  const accent = theme.accent ?? shop?.accent;
  const radius = theme.radius ?? shop?.radius;
  return { className: `yw-${scheme}`, style: themeStyle({ accent, radius }, scheme) };
}
