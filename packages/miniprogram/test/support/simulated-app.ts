import { createRequire } from "node:module";
import { join } from "node:path";
import { Window } from "happy-dom";
import { createFakeWx, createPhoneState, type FakeWx, type PhoneState } from "./fake-wx.ts";
import { createPageCalls, type PageCalls } from "./page-calls.ts";
import { createSkippingClock } from "./skipping-clock.ts";

const require = createRequire(import.meta.url);

/** A page in WeChat's simulator of components. */
export type SimulatedPage = {
  /** The words of everything with this class, in the order of the page. */
  texts(className: string): string[];
  /** Taps what has this class: the one at `index`, or the last. */
  tap(className: string, index?: number): void;
  /** Writes into a field, as the keyboard does. */
  write(className: string, value: string): void;
  /** What the page has sent to its view, each as JSON. */
  writes: string[];
};

/** A built mini-program without a browser: its files run in Node, its templates by WeChat's own compiler. */
export type SimulatedApp = {
  phone: PhoneState;
  wx: FakeWx;
  calls: PageCalls["calls"];
  album: PageCalls["album"];
  /** Opens a page by its path, with what stands behind the `?`. */
  open(path: string, query?: Record<string, string>): SimulatedPage;
  close(): void;
};

/** What of miniprogram-simulate, and of the pages it makes, is used. */
type Simulate = {
  load(path: string, options: { rootPath: string; compiler: "official" }): string;
  render(id: string): Rendered;
};
type Rendered = {
  dom: { textContent: string; querySelectorAll(selector: string): Iterable<Element> };
  instance: Instance;
  attach(parent: unknown): void;
};
/** An element of the page, and what the simulator's engine knows it as. */
type Element = {
  textContent: string;
  __wxElement: { triggerEvent(name: string, detail: object, options: { bubbles: boolean; composed: boolean }): void };
};
type Instance = {
  route?: string;
  setData(data: object, done?: () => void): void;
  onLoad(query: object): void;
  onShow?(): void;
  onReady?(): void;
};

/** WeChat publishes its compiler of templates for this processor alone. */
export const canSimulate = process.arch === "x64";

/** Starts what is in `dist`; `app` is what `getApp()` answers. One in a process, because WeChat's names are global. */
export function simulateApp(dist: string, app: object): SimulatedApp {
  const phone = createPhoneState();
  const clock = createSkippingClock(Date.now());
  const wx = createFakeWx(phone, clock);
  const pages = createPageCalls();
  const world = globalThis as unknown as Record<string, unknown>;
  const window = new Window();
  const { document, HTMLElement, CustomEvent } = window;
  Object.assign(world, { window, document, HTMLElement, CustomEvent });
  const simulate: Simulate = require("miniprogram-simulate");
  world.wx = { ...pages.wx, ...wx };
  world.getApp = () => app;
  world.getCurrentPages = () => [];
  world.App = () => undefined;
  const define = world.Component as (definition: object) => void;
  world.Page = ({ data, ...methods }: { data: object }) => define({ data, methods });
  // Taro looks for a browser while it starts, and must find none.
  delete world.window;
  require(join(dist, "app.js"));
  world.window = window;
  return {
    phone,
    wx,
    calls: pages.calls,
    album: pages.album,
    open(path, query = {}) {
      const page = simulate.render(simulate.load(join(dist, path), { rootPath: dist, compiler: "official" }));
      const opened = pageOf(page);
      page.attach(document.createElement("div"));
      page.instance.route = path;
      page.instance.onLoad(query);
      page.instance.onShow?.();
      page.instance.onReady?.();
      return opened;
    },
    close() {
      wx.kill();
      clock.stop();
      window.close();
    },
  };
}

function pageOf(page: Rendered): SimulatedPage {
  const writes: string[] = [];
  const { instance } = page;
  const write = instance.setData;
  instance.setData = (data, done) => {
    writes.push(JSON.stringify(data));
    write.call(instance, data, done);
  };
  // Each class has the name of its component in front; what lies deep is in Taro's own component, `comp`.
  const all = (className: string) => [
    ...page.dom.querySelectorAll(`[class~="main--${className}"],[class~="comp--${className}"]`),
  ];
  const tell = (element: Element | undefined, name: string, detail: object) => {
    if (!element) throw new Error(`there is nothing for a ${name} in ${page.dom.textContent}`);
    element.__wxElement.triggerEvent(name, detail, { bubbles: true, composed: true });
  };
  return {
    texts: (className) => all(className).map(({ textContent }) => textContent),
    tap: (className, index = -1) => tell(all(className).at(index), "tap", {}),
    write: (className, value) => tell(all(className).at(-1), "input", { value }),
    writes,
  };
}
