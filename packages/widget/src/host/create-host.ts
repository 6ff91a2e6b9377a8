import type { WidgetOptions, YiwenWidget } from "../types/index.ts";
import { accentSheet } from "./accent.ts";
import type { Chat, ChatHost, Loaders } from "./contract.ts";
import { createLater } from "./create-later.ts";
import { createLauncher } from "./launcher.ts";
import { pickLocale } from "./locale.ts";
import { recall } from "./memory.ts";
import { onIntent } from "./on-intent.ts";

type Listener = (data: never) => void;

/** The small part: the launcher, the taps on consult elements, and every call, kept until the chat has loaded. */
export function createHost(given: WidgetOptions, loaders: Loaders): YiwenWidget {
  const { theme = "auto", position = "right", base = location.href, shop, accent } = given;
  const locale = pickLocale(given.locale);
  const { accent: lastAccent, unread } = recall(shop);
  const gone = new AbortController();
  // The name is not registered: a definition could never be taken back.
  const element = document.createElement("yiwen-chat");
  const root = element.attachShadow({ mode: "open" });
  const { button, show } = createLauncher(root, { locale, unread: unread ?? 0 });
  let listeners: [event: string, listener: Listener][] = [];
  const host: ChatHost = {
    shop,
    base,
    accent,
    locale,
    element,
    root,
    launcher: button,
    emit(event, data) {
      for (const [name, listener] of listeners)
        if (name === event)
          try {
            listener(data as never);
          } catch (error) {
            // The page's fault, and nothing that the chat may stop at.
            reportError(error);
          }
    },
    show,
  };
  const { isWanted, load, run } = createLater(host, loaders);
  const widget = {
    ...calls(run),
    identify(identity) {
      host.identity = identity?.token;
      // Shops say who it is on every page; that alone is no wish to chat.
      if (isWanted()) void run((chat) => chat.identify(host.identity));
    },
    on(event, listener) {
      const added: (typeof listeners)[0] = [event, listener];
      listeners = [...listeners, added];
      return () => {
        listeners = listeners.filter((entry) => entry !== added);
      };
    },
    setLocale(to) {
      const locale = pickLocale(to);
      host.locale = locale;
      show({ locale });
      if (isWanted())
        void loaders.strings(locale).then(
          // Of two languages asked for in a row the first may come last.
          ({ strings }) => run((chat) => host.locale === locale && chat.setStrings(locale, strings)),
          () => host.emit("error", { code: "load_failed" }),
        );
    },
    destroy() {
      gone.abort();
      host.isGone = true;
      listeners = [];
      if (isWanted()) void load().then((chat) => chat?.destroy());
      element.remove();
    },
  } as YiwenWidget;

  root.adoptedStyleSheets.push(accentSheet(accent ?? lastAccent));
  Object.assign(element.dataset, { theme, position });
  onIntent(element, gone.signal, { intend: load, consult: widget.consult });
  button.onclick = widget.toggle;
  // A conversation goes on from page to page: its answers are told without a tap.
  if (unread !== undefined) setTimeout(() => run((chat) => chat.start()), 1000);
  return widget;
}

/** The calls that are the chat's own, each kept until it is there. */
function calls(run: (call: (chat: Chat) => void) => void) {
  const names = "open,close,toggle,consult,send".split(",") as ("open" | "close" | "toggle" | "consult" | "send")[];
  return Object.fromEntries(
    names.map((name) => [name, (...input: [never, never]) => run((chat) => chat[name](...input))]),
  );
}
