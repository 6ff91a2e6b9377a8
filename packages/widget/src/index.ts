import { createHost } from "./host/create-host.ts";
import type * as Public from "./types/index.ts";

export type * from "./types/index.ts";

/** Puts a widget on the page and answers its handle; the chat itself is fetched when it is wanted. */
export const createWidget: typeof Public.createWidget = (options) =>
  createHost(options, {
    chat: () => import("./chat/chat.tsx"),
    strings: (locale) => (locale === "en" ? import("./i18n/en.ts") : import("./i18n/zh-CN.ts")),
  });
