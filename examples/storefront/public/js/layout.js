import { currentShopper, identify, shoppers, signIn, signOut } from "./account.js";
import { cartCount } from "./cart-store.js";
import { h, icon } from "./dom.js";
import { nameOf } from "./names.js";
import { callWidget } from "./widget.js";
import { language, words } from "./words.js";

/** Draws the header and the footer, and tells the widget who is signed in. */
export function drawLayout({ search = "", onSearch } = {}) {
  document.getElementById("header").replaceChildren(header(search, onSearch));
  document.getElementById("footer").replaceChildren(...footer());
  void identify();
}

function header(search, onSearch) {
  return h(
    "div",
    { class: "header-row" },
    h("a", { class: "brand", href: "/" }, h("img", { src: "/logo.svg", alt: "", width: 34, height: 34 }), brandName()),
    searchForm(search, onSearch),
    h(
      "nav",
      { class: "header-links", "aria-label": words.shop },
      h(
        "a",
        { class: "header-link language", href: otherLanguage(), hreflang: language === "en" ? "zh-CN" : "en" },
        words.otherLanguage,
      ),
      account(),
      h("a", { class: "header-link", href: "/orders.html" }, icon("order"), h("span", {}, words.orders)),
      cartLink(),
    ),
  );
}

function brandName() {
  return h("span", { class: "brand-name" }, h("strong", {}, words.shop), h("small", {}, words.slogan));
}

function searchForm(search, onSearch) {
  const input = h("input", {
    type: "search",
    name: "q",
    value: search,
    placeholder: words.search,
    "aria-label": words.searchLabel,
    autocomplete: "off",
  });
  if (onSearch) input.addEventListener("input", () => onSearch(input.value));
  const form = h("form", { class: "search", action: "/", role: "search" }, icon("search"), input);
  if (onSearch) form.addEventListener("submit", (event) => event.preventDefault());
  return form;
}

function otherLanguage() {
  const url = new URL(location.href);
  url.searchParams.set("lang", language === "en" ? "zh-CN" : "en");
  return url.pathname + url.search;
}

function account() {
  const shopper = currentShopper();
  if (shopper) {
    return h(
      "span",
      { class: "header-link account" },
      h("span", { class: "avatar", "aria-hidden": "true" }, nameOf(shopper.name).replace("小", "").slice(0, 1)),
      h("span", { class: "account-name" }, nameOf(shopper.name)),
      h("button", { type: "button", class: "plain", onclick: signOut }, words.signOut),
    );
  }
  const [first] = shoppers;
  return h(
    "button",
    { type: "button", class: "header-link plain", onclick: () => signIn(first.id) },
    icon("person"),
    h("span", {}, words.signIn(nameOf(first.name))),
  );
}

function cartLink() {
  const badge = h("span", { class: "badge" });
  const link = h(
    "a",
    { class: "header-link cart-link", href: "/cart.html" },
    icon("cart"),
    h("span", {}, words.cart),
    badge,
  );
  const count = () => {
    badge.textContent = String(cartCount());
    badge.hidden = cartCount() === 0;
  };
  addEventListener("cartchange", count);
  addEventListener("storage", count);
  count();
  return link;
}

function footer() {
  const ask = (topic) =>
    h("li", {}, h("button", { type: "button", class: "plain", onclick: () => callWidget("send", topic) }, topic));
  return [
    h(
      "div",
      { class: "footer-row" },
      h("div", { class: "footer-brand" }, h("img", { src: "/logo.svg", alt: "", width: 28, height: 28 }), brandName()),
      h("div", {}, h("h2", {}, words.footerHelp), h("ul", {}, words.footerTopics.map(ask))),
    ),
    h("p", { class: "footer-note" }, words.footerNote),
  ];
}
