import { afterEach, expect, test, vi } from "vitest";
import type { Strings } from "../i18n/strings.ts";
import type { WidgetLocale, YiwenWidget } from "../types/index.ts";
import type { Chat, ChatHost, Loaders } from "./contract.ts";
import { createHost } from "./create-host.ts";

const widgets: YiwenWidget[] = [];
afterEach(() => {
  for (const widget of widgets.splice(0)) widget.destroy();
  vi.unstubAllGlobals();
});

const settled = () => new Promise((done) => setTimeout(done));

/** A widget whose chat does nothing, and what it was asked. */
function host(strings: Loaders["strings"] = async () => ({ strings: {} as Strings })) {
  const asked: string[] = [];
  let chat: ChatHost | undefined;
  const note =
    (name: string) =>
    (...input: unknown[]) =>
      asked.push([name, ...input.filter((one) => typeof one === "string")].join(" "));
  const names = ["start", "open", "close", "toggle", "consult", "send", "identify", "setStrings", "destroy"];
  const module = {
    mount(given: ChatHost) {
      chat = given;
      return Object.fromEntries(names.map((name) => [name, note(name)])) as unknown as Chat;
    },
  };
  const widget = createHost({ shop: "pk", locale: "en" }, { chat: async () => module, strings });
  widgets.push(widget);
  return { widget, asked, emit: (...told: Parameters<ChatHost["emit"]>) => chat!.emit(...told) };
}

test("WG37 a listener that throws is reported, and neither the chat nor the other listeners stop at it", async () => {
  const reported = vi.fn();
  vi.stubGlobal("reportError", reported);
  const { widget, emit } = host();
  const heard: number[] = [];
  const error = new Error("the page's own");
  widget.on("unread", () => {
    throw error;
  });
  widget.on("unread", (count) => heard.push(count));
  widget.open();
  await settled();
  emit("unread", 2);
  expect(heard).toEqual([2]);
  expect(reported).toHaveBeenCalledExactlyOnceWith(error);
});

test("WG37 who listens twice with one function and stops once still listens", async () => {
  const { widget, emit } = host();
  const listener = vi.fn();
  const stop = widget.on("unread", listener);
  widget.on("unread", listener);
  widget.open();
  await settled();
  stop();
  stop();
  emit("unread", 1);
  expect(listener).toHaveBeenCalledOnce();
});

test("WG6 destroyed before the chat has come, nothing is opened or heard any more", async () => {
  const { widget, asked } = host();
  const heard = vi.fn();
  widget.on("open", heard);
  widget.on("error", heard);
  widget.open();
  widget.send("hello");
  widget.destroy();
  await settled();
  expect(asked).toEqual(["destroy"]);
  expect(heard).not.toHaveBeenCalled();
});

test("WG9 of two languages asked for in a row the later one stays, whichever comes first", async () => {
  const late = Promise.withResolvers<{ strings: Strings }>();
  let isSlow = false;
  const { widget, asked } = host(async (locale) =>
    isSlow && locale === "zh-CN" ? late.promise : { strings: {} as Strings },
  );
  widget.open();
  await settled();
  isSlow = true;
  widget.setLocale("zh-CN");
  widget.setLocale("en");
  await settled();
  late.resolve({ strings: {} as Strings });
  await settled();
  expect(asked).toEqual(["open", "setStrings en"]);
});

test("WG9 a language that can't be fetched is told, and can be asked for again", async () => {
  const broken = new Set<WidgetLocale>(["zh-CN"]);
  const { widget, asked } = host(async (locale) => {
    if (broken.has(locale)) throw new TypeError("no network");
    return { strings: {} as Strings };
  });
  const heard = vi.fn();
  widget.on("error", heard);
  widget.open();
  await settled();
  widget.setLocale("zh-CN");
  await settled();
  expect(heard).toHaveBeenCalledExactlyOnceWith({ code: "load_failed" });
  broken.clear();
  widget.setLocale("zh-CN");
  await settled();
  expect(asked).toEqual(["open", "setStrings zh-CN"]);
});
