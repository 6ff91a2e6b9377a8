import type { ConsultTarget } from "../types/index.ts";

const selector = "yiwen-chat,[data-yiwen-consult],[data-yiwen-consult-order]";

type Handlers = { intend(): void; consult(target: ConsultTarget, opener: HTMLElement): void };

/** Puts the element on the page, and listens there, by delegation, until `signal` says so. */
export function onIntent(element: HTMLElement, signal: AbortSignal, { intend, consult }: Handlers): void {
  const listen = (type: string, heard: (opener: HTMLElement, event: Event) => void) =>
    document.addEventListener(
      type,
      (event) => {
        const opener = (event.target as Element).closest?.<HTMLElement>(selector);
        if (opener) heard(opener, event);
      },
      { signal },
    );
  // Hover, touch and keyboard focus all come before the tap: the chat is there when it is asked for.
  listen("pointerover", intend);
  listen("focusin", intend);
  listen("click", (opener, event) => {
    if (opener === element) return;
    event.preventDefault();
    const { yiwenConsult: productId, yiwenConsultOrder: orderId } = opener.dataset;
    consult({ productId, orderId }, opener);
  });
  const attach = () => document.body.append(element);
  // With `async` the script may run while the head is still being read.
  if (document.body) attach();
  else document.addEventListener("DOMContentLoaded", attach, { signal });
}
