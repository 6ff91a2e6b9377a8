import { readCart, setQuantity } from "./cart-store.js";
import { money, picturesOf, readCatalogue, skuPrice } from "./catalogue.js";
import { h, show } from "./dom.js";
import { drawLayout } from "./layout.js";
import { nameOf, titleOf } from "./names.js";
import { emptyState, failure, productPath } from "./parts.js";
import { words } from "./words.js";

/** In fen, as the shipping policy says. */
const freeFrom = 9900;
const fee = 800;

/** The cart's lines with what they name; goods that are gone are left out. */
function linesOf(products) {
  return readCart().flatMap((line) => {
    const product = products.find(({ id }) => id === line.productId);
    const sku = product?.skus?.find(({ id }) => id === line.skuId);
    if (!product || (line.skuId && !sku)) return [];
    return [{ line, product, sku, stock: sku?.stock ?? product.stock }];
  });
}

function draw(products) {
  const focused = document.activeElement?.getAttribute("data-key");
  const lines = linesOf(products);
  const title = `${words.cartTitle} · ${words.shop}`;
  if (lines.length === 0) {
    show(
      title,
      emptyState(
        words.cartEmpty,
        words.cartEmptyHint,
        h("a", { class: "button is-primary", href: "/" }, words.backHome),
      ),
    );
    return;
  }
  show(
    title,
    h("h1", { class: "page-title" }, words.cartTitle),
    h(
      "div",
      { class: "cart" },
      h(
        "ul",
        { class: "lines" },
        lines.map((line) => cartLine(line, products)),
      ),
      summary(lines),
    ),
  );
  document.querySelector(`[data-key="${focused}"]`)?.focus();
}

function cartLine({ line, product, sku, stock }, products) {
  const set = (quantity) => () => {
    setQuantity(line, quantity);
    draw(products);
  };
  const key = sku?.id ?? product.id;
  const picture = picturesOf(product).find(({ option, value }) => sku?.attributes[option] === value);
  return h(
    "li",
    { class: "line" },
    h("img", { src: picture?.src ?? product.image, alt: "", width: 96, height: 96 }),
    h(
      "div",
      { class: "line-text" },
      h("a", { href: productPath(product) }, titleOf(product)),
      sku && h("span", { class: "line-options" }, Object.values(sku.attributes).map(nameOf).join(" / ")),
      h("button", { type: "button", class: "plain quiet", onclick: set(0) }, words.remove),
    ),
    h(
      "div",
      { class: "line-end" },
      h("strong", { class: "amount" }, money(skuPrice(product, sku) * line.quantity)),
      h(
        "div",
        { class: "stepper" },
        h(
          "button",
          {
            type: "button",
            "aria-label": words.less,
            disabled: line.quantity <= 1,
            data: { key: `${key}-less` },
            onclick: set(line.quantity - 1),
          },
          "−",
        ),
        h("output", {}, String(line.quantity)),
        h(
          "button",
          {
            type: "button",
            "aria-label": words.more,
            disabled: line.quantity >= stock,
            data: { key: `${key}-more` },
            onclick: set(line.quantity + 1),
          },
          "+",
        ),
      ),
    ),
  );
}

function summary(lines) {
  const goods = lines.reduce((sum, { line, product, sku }) => sum + skuPrice(product, sku) * line.quantity, 0);
  const shipping = goods >= freeFrom ? 0 : fee;
  const row = (name, value, total) =>
    h("div", { class: total ? "is-total" : null }, h("dt", {}, name), h("dd", {}, value));
  return h(
    "aside",
    { class: "summary" },
    h(
      "dl",
      {},
      row(words.subtotal, money(goods)),
      row(words.shipping, shipping === 0 ? words.free : money(shipping)),
      row(words.pay, money(goods + shipping), true),
    ),
    shipping > 0 && h("p", { class: "hint" }, words.toFree(money(freeFrom - goods))),
    h("button", { type: "button", class: "button is-primary is-big", disabled: true }, words.checkout),
    h("p", { class: "hint" }, words.noCheckout),
  );
}

drawLayout();
try {
  draw(await readCatalogue());
} catch {
  show(words.shop, failure());
}
