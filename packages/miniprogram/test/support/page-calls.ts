/** What pages asked of WeChat, in order. `album` is what a shopper chooses who is asked for pictures. */
export type PageCalls = {
  calls: { name: string; options: Record<string, unknown> }[];
  album: string[];
  wx: object;
};

type Options = Record<string, unknown> & { success?(answer: object): void; complete?(): void };

/** WeChat's functions that pages use and the core does not: they answer as if all went well, and are noted. */
export function createPageCalls(): PageCalls {
  const calls: PageCalls["calls"] = [];
  const album: string[] = [];
  const call =
    (name: string, answer = (): object => ({})) =>
    (options: Options) => {
      calls.push({ name, options });
      // As in WeChat: callbacks where there are any, else a promise.
      if (!options.success && !options.complete) return Promise.resolve(answer());
      queueMicrotask(() => {
        options.success?.(answer());
        options.complete?.();
      });
      return undefined;
    };
  const nothing = () => undefined;
  const query = { selectAll: () => ({ boundingClientRect: () => query }), exec: nothing };
  const info = () => ({ SDKVersion: "3.8.12", platform: "ios", theme: "light", windowWidth: 390, language: "zh_CN" });
  return {
    calls,
    album,
    wx: {
      canIUse: () => true,
      nextTick: (run: () => void) => void setTimeout(run),
      getAppBaseInfo: info,
      getSystemInfoSync: info,
      getWindowInfo: info,
      createSelectorQuery: () => query,
      onThemeChange: nothing,
      offThemeChange: nothing,
      onKeyboardHeightChange: nothing,
      offKeyboardHeightChange: nothing,
      getNetworkType: call("getNetworkType", () => ({ networkType: "wifi" })),
      chooseMedia: call("chooseMedia", () => ({ tempFiles: album.map((tempFilePath) => ({ tempFilePath })) })),
      getAccountInfoSync: () => ({ miniProgram: { envVersion: "release" } }),
      navigateTo: call("navigateTo"),
      setNavigationBarTitle: call("setNavigationBarTitle"),
      setClipboardData: call("setClipboardData"),
      showToast: call("showToast"),
      previewImage: call("previewImage"),
    },
  };
}
