import { addToCart } from "./cart-store.js";
import { optionsOf, picturesOf, readCatalogue, stockOf } from "./catalogue.js";
import { h, icon, show } from "./dom.js";
import { drawLayout } from "./layout.js";
import { attributesOf, nameOf, swatchOf, titleOf } from "./names.js";
import { emptyState, failure, price, productCard, stockText, swatch } from "./parts.js";
import { words } from "./words.js";

/** What is chosen on this page. */
const state = { chosen: {}, quantity: 1, picture: 0 };

function chosenSku(product) {
  return product.skus?.find(({ attributes }) =>
    Object.entries(attributes).every(([name, value]) => state.chosen[name] === value),
  );
}

/** The first SKU in stock is chosen to begin with, so that the page never opens on something sold out. */
function chooseFirst(product) {
  const sku = product.skus?.find(({ stock }) => stock > 0) ?? product.skus?.[0];
  state.chosen = { ...sku?.attributes };
  const shown = picturesOf(product).findIndex(({ option, value }) => state.chosen[option] === value);
  state.picture = Math.max(0, shown);
}

function draw(product, others) {
  const focused = document.activeElement?.getAttribute("data-key");
  show(
    `${titleOf(product)} · ${words.shop}`,
    breadcrumb(product),
    h("article", { class: "product" }, gallery(product, others), info(product, others)),
    details(product),
    related(product, others),
  );
  document.querySelector(`[data-key="${focused}"]`)?.focus();
}

function breadcrumb({ category }) {
  return h(
    "nav",
    { class: "breadcrumb" },
    h("a", { href: "/" }, words.home),
    h("a", { href: `/?category=${encodeURIComponent(category)}` }, nameOf(category)),
  );
}

function gallery(product, others) {
  const pictures = picturesOf(product);
  const look = (i) => {
    state.picture = i;
    const { option, value } = pictures[i];
    if (option) state.chosen[option] = value;
    draw(product, others);
  };
  const thumb = ({ src, value }, i) =>
    h(
      "button",
      {
        type: "button",
        class: "thumb",
        "aria-pressed": String(i === state.picture),
        "aria-label": value ? nameOf(value) : words.pictures,
        data: { key: `picture-${i}` },
        onclick: () => look(i),
      },
      h("img", { src, alt: "", width: 72, height: 72 }),
    );
  return h(
    "div",
    { class: "gallery" },
    h("img", {
      class: "gallery-main",
      src: pictures[state.picture].src,
      alt: titleOf(product),
      width: 600,
      height: 600,
    }),
    pictures.length > 1 &&
      h("div", { class: "thumbs", role: "group", "aria-label": words.pictures }, pictures.map(thumb)),
  );
}

function info(product, others) {
  const sku = chosenSku(product);
  const stock = product.skus?.length ? (sku?.stock ?? 0) : product.stock;
  state.quantity = Math.max(1, Math.min(state.quantity, stock));
  return h(
    "div",
    { class: "info" },
    h("h1", {}, titleOf(product)),
    h(
      "div",
      { class: "info-price" },
      price(product, sku),
      h("span", { class: `tag${stock > 10 ? " is-fine" : stock === 0 ? " is-quiet" : ""}` }, stockText(stock)),
    ),
    optionsOf(product).map((option) => picker(product, option, others)),
    quantity(product, stock, others),
    h(
      "div",
      { class: "buy" },
      h(
        "button",
        {
          type: "button",
          class: "button is-big",
          disabled: stock === 0,
          data: { key: "add" },
          onclick: (event) => add(event.currentTarget, product, sku, stock),
        },
        icon("cart"),
        h("span", {}, stock === 0 ? words.soldOut : words.addToCart),
      ),
      h(
        "button",
        { type: "button", class: "button is-primary is-big", data: { "yiwen-consult": product.id, key: "consult" } },
        icon("chat"),
        h("span", {}, words.consult),
      ),
    ),
    h("p", { class: "hint" }, words.consultHint),
    h(
      "ul",
      { class: "promises" },
      words.promise.map(([title, text]) => h("li", {}, h("strong", {}, title), h("span", {}, text))),
    ),
  );
}

function picker(product, { name, values }, others) {
  const choice = (value) => {
    const wanted = { ...state.chosen, [name]: value };
    const sku = product.skus.find(({ attributes }) =>
      Object.entries(attributes).every(([key, other]) => wanted[key] === other),
    );
    return h(
      "button",
      {
        type: "button",
        class: `choice${sku?.stock ? "" : " is-out"}`,
        "aria-pressed": String(state.chosen[name] === value),
        "aria-label": sku?.stock ? nameOf(value) : `${nameOf(value)} (${words.soldOut})`,
        data: { key: `${name}-${value}` },
        onclick: () => {
          state.chosen = wanted;
          const shown = picturesOf(product).findIndex((picture) => picture.option === name && picture.value === value);
          if (shown >= 0) state.picture = shown;
          draw(product, others);
        },
      },
      swatchOf(value) && swatch(value),
      nameOf(value),
    );
  };
  return h(
    "fieldset",
    { class: "picker" },
    h("legend", {}, nameOf(name), h("b", {}, nameOf(state.chosen[name]))),
    h("div", { class: "choices" }, values.map(choice)),
  );
}

function quantity(product, stock, others) {
  const step = (by) => () => {
    state.quantity += by;
    draw(product, others);
  };
  return h(
    "div",
    { class: "quantity" },
    h("span", {}, words.quantity),
    h(
      "div",
      { class: "stepper" },
      h(
        "button",
        {
          type: "button",
          "aria-label": words.less,
          disabled: state.quantity <= 1,
          data: { key: "less" },
          onclick: step(-1),
        },
        "−",
      ),
      h("output", {}, String(state.quantity)),
      h(
        "button",
        {
          type: "button",
          "aria-label": words.more,
          disabled: state.quantity >= stock,
          data: { key: "more" },
          onclick: step(1),
        },
        "+",
      ),
    ),
  );
}

function add(button, product, sku, stock) {
  addToCart({ productId: product.id, ...(sku && { skuId: sku.id }), quantity: state.quantity }, stock);
  button.querySelector("span").textContent = words.added;
}

function details(product) {
  return h(
    "section",
    { class: "details" },
    h("h2", {}, words.details),
    h(
      "dl",
      {},
      attributesOf(product).map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
    ),
  );
}

function related(product, others) {
  const list = others
    .filter((other) => other.category === product.category && other.id !== product.id && stockOf(other) > 0)
    .slice(0, 4);
  return h(
    "section",
    { class: "results" },
    h("h2", { class: "results-title" }, words.related),
    h("ul", { class: "grid is-short" }, list.map(productCard)),
  );
}

drawLayout();
try {
  const products = await readCatalogue();
  const product = products.find(({ id }) => id === new URLSearchParams(location.search).get("id"));
  if (product) {
    chooseFirst(product);
    draw(product, products);
  } else
    show(
      words.shop,
      emptyState(words.missing, words.missingHint, h("a", { class: "button", href: "/" }, words.backHome)),
    );
} catch {
  show(words.shop, failure());
}
