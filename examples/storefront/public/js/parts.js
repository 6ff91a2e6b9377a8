import { fen, money, optionsOf, skuPrice, stockOf } from "./catalogue.js";
import { h, icon } from "./dom.js";
import { nameOf, swatchOf, titleOf } from "./names.js";
import { language, words } from "./words.js";

/** From this many pieces down the shop says how many are left. */
const lowStock = 10;

/** The way to a product's page. */
export function productPath(product) {
  return `/product.html?id=${encodeURIComponent(product.id)}`;
}

/** A product in a list. */
export function productCard(product) {
  const stock = stockOf(product);
  return h(
    "li",
    { class: `card${stock === 0 ? " is-sold-out" : ""}` },
    h(
      "a",
      { class: "card-link", href: productPath(product) },
      h("img", { class: "card-image", src: product.image, alt: "", width: 400, height: 400, loading: "lazy" }),
      h("span", { class: "card-title" }, titleOf(product)),
    ),
    h("div", { class: "card-tags" }, swatches(product), stockTag(stock)),
    h(
      "div",
      { class: "card-foot" },
      price(product),
      h(
        "button",
        {
          type: "button",
          class: "card-consult",
          data: { "yiwen-consult": product.id },
          "aria-label": `${words.consult}: ${titleOf(product)}`,
          title: words.consult,
        },
        icon("chat"),
      ),
    ),
  );
}

function swatches(product) {
  const colours = optionsOf(product).find(({ values }) => values.every(swatchOf));
  if (!colours) return null;
  return h(
    "span",
    { class: "swatches", title: colours.values.map(nameOf).join(language === "en" ? ", " : "、") },
    colours.values.map(swatch),
  );
}

/** A colour as a dot. */
export function swatch(name) {
  const dot = h("span", { class: "swatch" });
  dot.style.backgroundColor = swatchOf(name);
  return dot;
}

function stockTag(stock) {
  if (stock === 0) return h("span", { class: "tag is-quiet" }, words.soldOut);
  return stock <= lowStock ? h("span", { class: "tag" }, words.low(stock)) : null;
}

/** What is left of a SKU, in words. */
export function stockText(stock) {
  if (stock === 0) return words.soldOut;
  return stock <= lowStock ? words.low(stock) : words.inStock;
}

/** A product's price, or one SKU's, with the price before the reduction. */
export function price(product, sku) {
  const now = skuPrice(product, sku);
  const before = product.listPrice === undefined ? 0 : fen(product.listPrice);
  const dearer = !sku && (product.skus ?? []).some((other) => skuPrice(product, other) > now);
  return h(
    "span",
    { class: "price" },
    dearer && language === "en" && h("small", {}, `${words.from} `),
    h("strong", {}, money(now)),
    dearer && language === "zh" && h("small", {}, words.from),
    before > now && h("del", {}, money(before)),
  );
}

/** A state of a page that has nothing to list: a sentence, a hint, what to do. */
export function emptyState(title, hint, ...actions) {
  return h(
    "div",
    { class: "empty" },
    h("img", { src: "/logo.svg", alt: "", width: 64, height: 64 }),
    h("h1", {}, title),
    hint && h("p", {}, hint),
    h("div", { class: "empty-actions" }, actions),
  );
}

/** The goods could not be read. */
export function failure() {
  return emptyState(
    words.failed,
    null,
    h("button", { type: "button", class: "button", onclick: () => location.reload() }, words.retry),
  );
}
