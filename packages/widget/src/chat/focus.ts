const focusable = "a[href],button:not(:disabled),textarea,input,summary,[tabindex='0']";

/** Tab from the last element goes to the first and back, so that a full-screen dialog keeps the focus. */
export function keepFocusInside(dialog: HTMLElement, event: KeyboardEvent): void {
  const all = [...dialog.querySelectorAll<HTMLElement>(focusable)].filter((element) => element.offsetParent !== null);
  const current = (dialog.getRootNode() as ShadowRoot).activeElement;
  const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
  if (current !== from && current !== dialog) return;
  event.preventDefault();
  to?.focus();
}
