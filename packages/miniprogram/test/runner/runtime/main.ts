import { bridge } from "./bridge.ts";
import "./driver.ts";
import { createEngine } from "./engine.ts";
import { createRequire } from "./modules.ts";
import { createNavigation, type Navigation } from "./navigation.ts";
import { needPrivacy } from "./privacy.ts";
import type { AppInstance, Records, Weapp } from "./weapp.ts";
import { createWx } from "./wx/index.ts";

const records: Records = { calls: [], writes: [], errors: [] };
const told = (error: unknown) => records.errors.push(error instanceof Error ? String(error.stack) : String(error));
window.addEventListener("error", ({ error, message }) => told(error ?? message));
window.addEventListener("unhandledrejection", ({ reason }) =>
  told(reason instanceof Error ? reason : JSON.stringify(reason)),
);

/** The names that WeChat's logic layer has; a bare `global` among them, with the language and the timers. */
function defineGlobals(wx: object, app: () => AppInstance | undefined, pages: () => object[], start: Starter): void {
  const bind = <T extends (...given: never[]) => unknown>(run: T) => run.bind(window) as T;
  const timers = {
    setTimeout: bind(window.setTimeout),
    clearTimeout: bind(window.clearTimeout),
    setInterval: bind(window.setInterval),
    clearInterval: bind(window.clearInterval),
  };
  const language = { Promise, Date, Math, JSON, Object, Array, String, Number, Symbol, RegExp, Error, Function };
  Object.assign(window, {
    wx,
    getApp: app,
    getCurrentPages: pages,
    App: start,
    global: { ...language, ...timers, wx, console },
  });
}

type Starter = (instance: AppInstance) => void;

async function run(weapp: Weapp): Promise<void> {
  const person = await bridge.weappPerson();
  needPrivacy(person.privacyNeeded);
  let app: AppInstance | undefined;
  let navigation: Navigation;
  let isTapping = false;
  const launch = { path: weapp.pages[0], scene: 1001, query: {}, referrerInfo: {} };
  const { wx, sockets, happen } = createWx({
    weapp,
    records,
    person,
    navigation: () => navigation,
    isTapping: () => isTapping,
  });
  const pages = () => navigation?.stack.map(({ page }) => page) ?? [];
  defineGlobals(
    wx,
    () => app,
    pages,
    (instance) => {
      app = instance;
      instance.onLaunch?.(launch);
      instance.onShow?.(launch);
    },
  );
  const require = createRequire(weapp);
  const engine = createEngine(weapp, records, require, (now) => {
    isTapping = now;
  });
  navigation = createNavigation(weapp, engine);
  window.addEventListener("weapp-tab", (event) => navigation.switchTab(`/${(event as CustomEvent<string>).detail}`));
  window.weappDriver = {
    records,
    hide() {
      navigation.top()?.page.onHide?.();
      app?.onHide?.();
      happen("AppHide");
      sockets.kill();
    },
    show() {
      app?.onShow?.(launch);
      happen("AppShow", launch);
      navigation.top()?.page.onShow?.();
    },
    sockets: sockets.count,
    keyboard: (height) => happen("KeyboardHeightChange", { height }),
    pages: () => navigation.stack.map(({ route }) => route),
    share: () => navigation.top()?.page.onShareAppMessage?.({ from: "menu" }),
    open: (url) => navigation.navigateTo(url),
  };
  require("app.js");
  navigation.reLaunch(`/${weapp.pages[0]}`);
}

run(window.__weapp).catch(told);
