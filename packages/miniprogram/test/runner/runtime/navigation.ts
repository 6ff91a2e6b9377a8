import type { MadePage } from "./engine.ts";
import { colourTitle, showTabs, showTitle } from "./shell.ts";
import { resolvePath, type Weapp } from "./weapp.ts";

export type OpenPage = MadePage & { route: string; title: string };
export type Navigation = ReturnType<typeof createNavigation>;

/** WeChat's stack of pages: at most ten, tab pages stay alive beneath. */
export function createNavigation(weapp: Weapp, make: (route: string) => MadePage) {
  const tabs = weapp.app.tabBar?.list ?? [];
  const isTab = (route: string) => tabs.some(({ pagePath }) => pagePath === route);
  const kept = new Map<string, OpenPage>();
  const stack: OpenPage[] = [];
  const top = () => stack.at(-1);

  function parse(url: string): { route: string; query: Record<string, string> } {
    const [path = "", search = ""] = url.split("?");
    const folder = top()?.route.split("/").slice(0, -1) ?? [];
    const route = resolvePath(folder, path);
    if (!weapp.pages.includes(route)) throw new Error(`page "${route}" is not found`);
    const query: Record<string, string> = {};
    for (const pair of search.split("&").filter(Boolean)) {
      const [name = "", value = ""] = pair.split("=");
      // WeChat hands on what it was given; pages decode it themselves.
      query[name] = value;
    }
    return { route, query };
  }

  function draw(): void {
    const page = top();
    if (!page) return;
    const { navigationBarBackgroundColor = "#fff", navigationBarTextStyle = "black" } = {
      ...weapp.app.window,
      ...weapp.json[page.route],
    };
    colourTitle(navigationBarBackgroundColor, navigationBarTextStyle);
    showTitle(page.title, stack.length > 1 ? () => back(1) : undefined);
    showTabs(tabs, page.route, weapp.app.tabBar ?? {});
  }

  function open({ route, query }: { route: string; query: Record<string, string> }): void {
    const made = make(route);
    const json = weapp.json[route] ?? {};
    const title = json.navigationBarTitleText ?? weapp.app.window?.navigationBarTitleText ?? "";
    const entry: OpenPage = { ...made, route, title };
    Object.assign(made.page, { route, __route__: route, options: query });
    stack.push(entry);
    if (isTab(route)) kept.set(route, entry);
    if (json.disableScroll) made.element.style.overflow = "hidden";
    watchScroll(entry, json.onReachBottomDistance ?? 50);
    draw();
    made.page.onLoad?.(query);
    made.page.onShow?.();
    setTimeout(() => made.page.onReady?.(), 20);
  }

  function hide(entry: OpenPage | undefined): void {
    if (!entry) return;
    entry.page.onHide?.();
    entry.element.hidden = true;
  }

  function close(entry: OpenPage | undefined): void {
    if (!entry) return;
    entry.page.onUnload?.();
    kept.delete(entry.route);
    entry.release();
  }

  function reveal(entry: OpenPage): void {
    entry.element.hidden = false;
    draw();
    entry.page.onShow?.();
  }

  function back(delta: number): void {
    const leaves = Math.min(delta, stack.length - 1);
    for (let n = 0; n < leaves; n += 1) close(stack.pop());
    const now = top();
    if (leaves > 0 && now) reveal(now);
  }

  return {
    stack,
    top,
    draw,
    back,
    navigateTo(url: string) {
      const target = parse(url);
      if (isTab(target.route)) throw new Error("can not navigateTo a tabbar page");
      if (stack.length >= 10) throw new Error("webview count limit exceed");
      hide(top());
      open(target);
    },
    redirectTo(url: string) {
      const target = parse(url);
      if (isTab(target.route)) throw new Error("can not redirectTo a tabbar page");
      close(stack.pop());
      open(target);
    },
    reLaunch(url: string) {
      const target = parse(url);
      while (stack.length > 0) close(stack.pop());
      for (const entry of [...kept.values()]) close(entry);
      open(target);
    },
    switchTab(url: string) {
      const target = parse(url);
      if (!isTab(target.route)) throw new Error("can not switch to no-tabBar page");
      const known = kept.get(target.route);
      if (known && top() === known) return;
      while (stack.length > 1) close(stack.pop());
      const under = stack.pop();
      if (!under || !isTab(under.route)) close(under);
      else if (under !== known) hide(under);
      if (!known) return open(target);
      stack.push(known);
      reveal(known);
    },
  };
}

/** Tells a page how far it was scrolled, and once when its end comes near. */
function watchScroll({ page, element }: OpenPage, distance: number): void {
  let last = 0;
  element.addEventListener("scroll", () => {
    const { scrollTop, scrollHeight, clientHeight } = element;
    const end = scrollHeight - clientHeight - distance;
    page.onPageScroll?.({ scrollTop });
    if (scrollTop >= end && last < end) page.onReachBottom?.();
    last = scrollTop;
  });
}
