import type { Navigation } from "../navigation.ts";
import { colourTitle, hideToast, setBadge, setTabText, showDialog, showSheet, showTitle, showToast } from "../shell.ts";
import type { Answer } from "./answer.ts";

/** Pages, title and tab bar, toasts and questions. */
export function createView(answer: Answer, navigation: () => Navigation) {
  const go = (name: "navigateTo" | "redirectTo" | "reLaunch" | "switchTab") =>
    answer(name, async ({ url, events }) => {
      // The options' callbacks come after the page is there, as in WeChat.
      await Promise.resolve();
      navigation()[name](String(url));
      return events ? { eventChannel: { on() {}, emit() {} } } : {};
    });
  const nothing = (name: string) => [name, answer(name, () => ({}))] as const;
  return {
    navigateTo: go("navigateTo"),
    redirectTo: go("redirectTo"),
    reLaunch: go("reLaunch"),
    switchTab: go("switchTab"),
    navigateBack: answer("navigateBack", ({ delta = 1 }) => {
      navigation().back(Number(delta));
      return {};
    }),
    setNavigationBarTitle: answer("setNavigationBarTitle", ({ title }) => {
      const entry = navigation().top();
      if (entry) entry.title = String(title);
      showTitle(String(title), navigation().stack.length > 1 ? () => navigation().back(1) : undefined);
      return {};
    }),
    setNavigationBarColor: answer("setNavigationBarColor", ({ backgroundColor, frontColor }) => {
      colourTitle(String(backgroundColor), String(frontColor));
      return {};
    }),
    setTabBarBadge: answer("setTabBarBadge", ({ index, text }) => {
      setBadge(Number(index), String(text));
      navigation().draw();
      return {};
    }),
    removeTabBarBadge: answer("removeTabBarBadge", ({ index }) => {
      setBadge(Number(index), "");
      navigation().draw();
      return {};
    }),
    setTabBarItem: answer("setTabBarItem", ({ index, text }) => {
      if (text !== undefined) setTabText(Number(index), String(text));
      navigation().draw();
      return {};
    }),
    showToast: answer("showToast", ({ title, duration = 1500 }) => {
      showToast(String(title), Number(duration));
      return {};
    }),
    hideToast: answer("hideToast", () => {
      hideToast();
      return {};
    }),
    showModal: answer("showModal", async ({ title = "", content = "", showCancel = true, cancelText, confirmText }) => {
      const buttons = [...(showCancel ? [String(cancelText ?? "取消")] : []), String(confirmText ?? "确定")];
      const chosen = await showDialog([title, content].filter(Boolean).join("\n"), buttons);
      const confirm = chosen === buttons.length - 1;
      return { confirm, cancel: !confirm };
    }),
    showActionSheet: answer("showActionSheet", async ({ itemList }) => ({
      tapIndex: await showSheet(itemList as string[]),
    })),
    pageScrollTo: answer("pageScrollTo", ({ scrollTop = 0 }) => {
      const page = navigation().top()?.element;
      if (page) page.scrollTop = Number(scrollTop);
      return {};
    }),
    ...Object.fromEntries(
      [
        ..."showLoading hideLoading vibrateShort setClipboardData hideKeyboard stopPullDownRefresh".split(" "),
        ..."showShareMenu hideShareMenu updateShareMenu loadFontFace preloadSubpackage".split(" "),
        ..."showNavigationBarLoading hideNavigationBarLoading setBackgroundColor makePhoneCall".split(" "),
      ].map(nothing),
    ),
  };
}
