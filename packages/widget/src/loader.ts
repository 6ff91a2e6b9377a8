import type { ChatModule } from "./host/contract.ts";
import { createHost } from "./host/create-host.ts";
import type { Strings } from "./i18n/strings.ts";
import type { QueuedCall, WidgetOptions, YiwenGlobal } from "./types/index.ts";

/** The hash in each later file's name. */
declare const __HASHES__: Record<"chat" | "zh-CN" | "en", string>;

type WithYiwen = { Yiwen?: YiwenGlobal | QueuedCall[] };

/** Puts `window.Yiwen` on the page and makes the calls that were waiting for it. */
function start(): void {
  const page = window as unknown as WithYiwen;
  const waiting = page.Yiwen ?? [];
  // A script that is on the page twice must not make two widgets.
  if (!Array.isArray(waiting)) return;
  // Only while a classic script runs is its own tag known.
  const { src, dataset } = document.currentScript as HTMLScriptElement;
  const hashes = __HASHES__;
  const fetchPart = (part: keyof typeof hashes) =>
    import(/* @vite-ignore */ new URL(`chat/${part}-${hashes[part]}.js`, src).href) as Promise<unknown>;
  const widget = createHost({ shop: "", ...dataset, base: src } as WidgetOptions, {
    chat: () => fetchPart("chat") as Promise<ChatModule>,
    strings: (locale) => fetchPart(locale) as Promise<{ strings: Strings }>,
  });
  const yiwen = {
    ...widget,
    push(...calls: QueuedCall[]) {
      for (const [method, ...input] of calls) (widget[method as "send"] as (...input: unknown[]) => void)(...input);
    },
    destroy() {
      widget.destroy();
      delete page.Yiwen;
    },
  };
  page.Yiwen = yiwen;
  yiwen.push(...waiting);
}

start();
