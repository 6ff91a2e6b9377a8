import type { TabJson } from "../dist-files.ts";

const outer = () => window.parent.document;

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = "",
): HTMLElementTagNameMap[K] {
  const made = outer().createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** The title bar. */
export function showTitle(title: string, back: (() => void) | undefined): void {
  const button = outer().querySelector<HTMLButtonElement>(".nav-back");
  outer().querySelector(".nav-title")!.textContent = title;
  outer().title = title;
  if (!button) return;
  button.hidden = !back;
  button.onclick = back ?? null;
}

/** The colour of the title bar. */
export function colourTitle(ground: string, ink: string): void {
  outer().body.style.setProperty("--nav", ground);
  outer().body.style.setProperty("--nav-ink", ink);
}

/** The tab bar; `current` is the page that is shown. */
export function showTabs(tabs: TabJson[], current: string, look: { color?: string; selectedColor?: string }): void {
  const bar = outer().querySelector<HTMLElement>(".tabs")!;
  const chosen = tabs.find(({ pagePath }) => pagePath === current);
  bar.hidden = !chosen;
  bar.replaceChildren(
    ...tabs.map((tab, index) => {
      const isChosen = tab === chosen;
      const button = element("button", "tab");
      button.style.color = (isChosen ? look.selectedColor : look.color) ?? "#666";
      button.dataset.page = tab.pagePath;
      const path = isChosen ? tab.selectedIconPath : tab.iconPath;
      const picture = element("img", "");
      picture.src = `/dist/${path}`;
      picture.alt = "";
      button.append(...(path ? [picture] : []), element("span", "", labels[index] ?? tab.text));
      if (badges[index]) button.append(element("b", "", badges[index]));
      button.onclick = () => window.dispatchEvent(new CustomEvent("weapp-tab", { detail: tab.pagePath }));
      return button;
    }),
  );
}

const badges: Record<number, string> = {};
const labels: Record<number, string> = {};

/** Puts a number on a tab; an empty one takes it away. Shown with the next `showTabs`. */
export function setBadge(index: number, text: string): void {
  badges[index] = text;
}

/** Another text for a tab. */
export function setTabText(index: number, text: string): void {
  labels[index] = text;
}

let toast: HTMLElement | undefined;

/** A word over the page, for as long as WeChat shows it. */
export function showToast(title: string, duration: number): void {
  toast?.remove();
  const made = element("div", "toast", title);
  toast = made;
  outer().body.append(made);
  setTimeout(() => made.remove(), duration);
}

export function hideToast(): void {
  toast?.remove();
}

/** A question; answers the index of the button. */
export function showDialog(text: string, buttons: string[]): Promise<number> {
  const dialog = element("div", "dialog");
  return ask(dialog, [element("p", "", text)], buttons);
}

/** A list to choose from; answers the index. */
export function showSheet(choices: string[]): Promise<number> {
  return ask(element("div", "sheet"), [], choices);
}

function ask(box: HTMLElement, above: HTMLElement[], buttons: string[]): Promise<number> {
  const veil = element("div", "veil");
  return new Promise((resolve) => {
    const made = buttons.map((label, index) => {
      const button = element("button", "", label);
      button.onclick = () => {
        veil.remove();
        resolve(index);
      };
      return button;
    });
    box.append(...above, ...made);
    veil.append(box);
    outer().body.append(veil);
  });
}
