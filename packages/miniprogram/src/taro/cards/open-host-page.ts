import Taro from "@tarojs/taro";

/** Opens a page of the host's; a page on the tab bar is switched to, because WeChat does not navigate there. */
export function openHostPage(url: string | undefined): void {
  if (!url) return;
  Taro.navigateTo({ url, fail: () => void Taro.switchTab({ url: url.split("?")[0] ?? url, fail: () => {} }) });
}
