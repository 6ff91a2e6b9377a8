import { mountChat } from "../src/chat/mount-chat.tsx";
import { createHost } from "../src/host/create-host.ts";
import type { WidgetOptions } from "../src/types/index.ts";
import { createFakeTransport } from "./fake-transport.ts";
import { sceneOf } from "./scenes.ts";

/** Shows any state of the widget without a server: `?scene=queue&locale=en&theme=dark`. */
const query = new URLSearchParams(location.search);
const option = (name: string) => query.get(name) ?? undefined;
const locale = option("locale") === "en" ? "en" : "zh-CN";
const scene = sceneOf(option("scene") ?? "welcome", locale);

document.documentElement.lang = locale;
document.body.classList.toggle("dark", option("theme") === "dark");

const widget = createHost(
  {
    shop: "pk_demo",
    theme: (option("theme") ?? "light") as WidgetOptions["theme"],
    position: option("position") as WidgetOptions["position"],
    accent: option("accent"),
  },
  {
    chat: async () => ({
      mount: (host, locale, strings) => mountChat(host, { locale, strings }, () => createFakeTransport(scene)),
    }),
    strings: (locale) => (locale === "en" ? import("../src/i18n/en.ts") : import("../src/i18n/zh-CN.ts")),
  },
);
Object.assign(window, { widget, scene });
if (scene.consultError) widget.consult({ productId: "unknown" });
else if (option("open") !== "0") widget.open();
