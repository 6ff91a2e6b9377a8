import { matches, readCatalogue } from "./catalogue.js";
import { h, icon, show } from "./dom.js";
import { drawLayout } from "./layout.js";
import { nameOf } from "./names.js";
import { emptyState, failure, productCard } from "./parts.js";
import { callWidget } from "./widget.js";
import { words } from "./words.js";

const winter = ["P1007", "P3001", "P2004", "P3005"];
const asked = new URLSearchParams(location.search);
const filter = { category: asked.get("category") ?? "", search: asked.get("q") ?? "" };

const results = h("section", { class: "results", "aria-live": "polite" });
const chips = h("div", { class: "chips", role: "group" });
let products = [];

function choose(change) {
  Object.assign(filter, change);
  const url = new URL(location.href);
  for (const [name, value] of [
    ["category", filter.category],
    ["q", filter.search],
  ]) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  history.replaceState(null, "", url);
  draw();
}

function draw() {
  const plain = !filter.category && !filter.search.trim();
  document.querySelector(".hero")?.toggleAttribute("hidden", !plain);
  chips.replaceChildren(...["", ...new Set(products.map(({ category }) => category))].map(chip));
  const found = products.filter(
    (product) =>
      (!filter.category || product.category === filter.category) &&
      matches(product, [product.category, nameOf(product.category)], filter.search),
  );
  const clear = () => {
    document.querySelector(".search input").value = "";
    choose({ category: "", search: "" });
  };
  results.replaceChildren(
    h(
      "h2",
      { class: "results-title" },
      filter.category ? nameOf(filter.category) : words.all,
      h("small", {}, words.found(found.length)),
    ),
    found.length > 0
      ? h("ul", { class: "grid" }, found.map(productCard))
      : emptyState(
          words.nothing,
          words.nothingHint,
          h("button", { type: "button", class: "button", onclick: clear }, words.clear),
        ),
  );
}

function chip(category) {
  const pressed = filter.category === category;
  return h(
    "button",
    { type: "button", class: "chip", "aria-pressed": String(pressed), onclick: () => choose({ category }) },
    category ? nameOf(category) : words.all,
  );
}

function hero() {
  const pictures = winter.map((id) => products.find((product) => product.id === id)).filter(Boolean);
  return h(
    "section",
    { class: "hero" },
    h(
      "div",
      { class: "hero-text" },
      h("h1", {}, words.heroTitle),
      h("p", {}, words.heroText),
      h(
        "div",
        { class: "hero-actions" },
        h(
          "button",
          { type: "button", class: "button is-primary", onclick: () => choose({ category: "服装" }) },
          words.heroButton,
        ),
        h(
          "button",
          { type: "button", class: "button", onclick: () => callWidget("open") },
          icon("chat"),
          words.heroConsult,
        ),
      ),
      h(
        "ul",
        { class: "coupons" },
        words.coupons.map((coupon) => h("li", {}, coupon)),
      ),
    ),
    h(
      "div",
      { class: "hero-pictures", "aria-hidden": "true" },
      pictures.map(({ image }) => h("img", { src: image, alt: "", width: 220, height: 220 })),
    ),
  );
}

drawLayout({ search: filter.search, onSearch: (search) => choose({ search }) });
try {
  products = await readCatalogue();
  show(`${words.shop} · ${words.slogan}`, hero(), chips, results);
  chips.setAttribute("aria-label", words.all);
  draw();
} catch {
  show(words.shop, failure());
}
