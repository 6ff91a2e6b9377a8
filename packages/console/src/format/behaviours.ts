import type { Behaviour, Cards } from "@yiwen/shared";
import type { Texts } from "../i18n/index.ts";

/** What a shopper did, as one line: a product by its title, a page by its title or path, a stay by how long it was. */
export function behaviourText(behaviour: Behaviour, products: Cards["products"], t: Texts): string {
  const { productId, title, path } = behaviour.data;
  const product = productId === undefined ? undefined : (products[productId]?.title ?? title ?? productId);
  const page = title ?? path ?? t.side.behaviour.somewhere;
  const what = product ?? page;
  switch (behaviour.type) {
    case "page":
      return t.side.behaviour.page(page);
    case "product":
      return t.side.behaviour.product(what);
    case "addToCart":
      return t.side.behaviour.addToCart(what, behaviour.data.quantity ?? 1);
    case "share":
      return t.side.behaviour.share(what);
    case "stay":
      return t.side.behaviour.stay(what, staySeconds(behaviour.data.ms, t));
  }
}

/** Seconds below a minute, minutes above. */
function staySeconds(ms: number, t: Texts): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 60 ? t.time.seconds(seconds) : t.time.minutes(Math.round(seconds / 60));
}
