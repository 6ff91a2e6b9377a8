import { sheetOf } from "../platform/style-sheet.ts";
import type { WidgetLocale } from "../types/index.ts";
import css from "./launcher.css?inline";

const labels = {
  "zh-CN": ["在线客服", "未读", "重试"],
  en: ["Chat with us", "unread", "retry"],
} as const;

/** What the launcher shows. */
export type LauncherState = {
  locale: WidgetLocale;
  isOpen?: boolean;
  isLoading?: boolean;
  hasFailed?: boolean;
  unread: number;
};

/** Puts the round button into the shadow root; `show` changes what it shows. */
export function createLauncher(root: ShadowRoot, state: LauncherState) {
  const button = document.createElement("button");
  const badge = document.createElement("b");
  button.id = "yw";
  button.append(document.createElement("i"), badge);
  root.adoptedStyleSheets = [sheetOf(css)];
  root.append(button);
  const show = (change: Partial<LauncherState>) => {
    const { locale, isOpen = false, isLoading = false, hasFailed, unread } = Object.assign(state, change);
    const [name, waiting, failed] = labels[locale];
    badge.textContent = hasFailed ? "!" : `${unread || ""}`;
    button.ariaLabel = name + (hasFailed ? `, ${failed}` : unread ? `, ${unread} ${waiting}` : "");
    button.ariaExpanded = `${isOpen}`;
    button.ariaBusy = `${isLoading}`;
  };
  show({});
  return { button, show };
}
