import { bridge, type Person } from "../bridge.ts";
import { onNeedPrivacy, privacyIsNeeded, requirePrivacy } from "../privacy.ts";
import type { Weapp } from "../weapp.ts";
import type { Answer } from "./answer.ts";

type World = { answer: Answer; weapp: Weapp; person: Person; isTapping: () => boolean };

const appId = "wx0123456789abcdef";

/** The phone, the account, sign-in, consent. */
export function createSystem({ answer, weapp, person, isTapping }: World) {
  const info = () => ({
    SDKVersion: "3.8.12",
    version: "8.0.50",
    platform: "ios",
    brand: "iPhone",
    model: "iPhone 15",
    system: "iOS 18.0",
    language: person.language,
    theme: "light",
    pixelRatio: devicePixelRatio,
    windowWidth: innerWidth,
    windowHeight: innerHeight,
    screenWidth: window.parent.innerWidth,
    screenHeight: window.parent.innerHeight,
    statusBarHeight: 20,
    safeArea: { top: 20, left: 0, right: innerWidth, bottom: innerHeight, width: innerWidth, height: innerHeight - 20 },
    fontSizeSetting: 16,
    host: { appId, env: "WeChat" },
  });
  const options = () => ({ path: weapp.pages[0], scene: 1001, query: {}, referrerInfo: {} });
  return {
    env: { USER_DATA_PATH: "wxfile://usr" },
    canIUse: () => true,
    nextTick: (run: () => void) => setTimeout(run),
    getSystemInfoSync: info,
    getSystemInfo: answer("getSystemInfo", info),
    getWindowInfo: info,
    getDeviceInfo: info,
    getAppBaseInfo: info,
    getSystemSetting: () => ({}),
    getAppAuthorizeSetting: () => ({}),
    getAccountInfoSync: () => ({ miniProgram: { appId, envVersion: "develop", version: "" } }),
    getLaunchOptionsSync: options,
    getEnterOptionsSync: options,
    getMenuButtonBoundingClientRect: () => ({
      width: 87,
      height: 32,
      top: 24,
      right: innerWidth - 7,
      bottom: 56,
      left: innerWidth - 94,
    }),
    getNetworkType: answer("getNetworkType", () => ({ networkType: "wifi" })),
    login: answer("login", async () => ({ code: await bridge.weappLogin() })),
    checkSession: answer("checkSession", () => ({})),
    requestSubscribeMessage: answer("requestSubscribeMessage", async ({ tmplIds }) => {
      if (!isTapping()) {
        throw Object.assign(new Error("can only be invoked by user TAP gesture."), { errCode: 20001 });
      }
      const { subscribes } = await bridge.weappPerson();
      return Object.fromEntries((tmplIds as string[]).map((id) => [id, subscribes]));
    }),
    getPrivacySetting: answer("getPrivacySetting", () => ({
      needAuthorization: privacyIsNeeded(),
      privacyContractName: "《山茶小铺小程序隐私保护指引》",
    })),
    requirePrivacyAuthorize: answer("requirePrivacyAuthorize", async () => {
      await requirePrivacy("requirePrivacyAuthorize");
      return {};
    }),
    openPrivacyContract: answer("openPrivacyContract", () => ({})),
    onNeedPrivacyAuthorization: onNeedPrivacy,
  };
}
