import { currentShopper, shoppers, signIn } from "./account.js";
import { fen, money, readCatalogue } from "./catalogue.js";
import { h, icon, show } from "./dom.js";
import { drawLayout } from "./layout.js";
import { itemTitle, nameOf } from "./names.js";
import { emptyState, failure } from "./parts.js";
import { language, words } from "./words.js";

const dates = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "zh-CN", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "Asia/Shanghai",
});

function signInState() {
  return emptyState(
    words.signInFirst,
    words.signInHint,
    shoppers.map(({ id, name }, i) =>
      h(
        "button",
        { type: "button", class: `button${i === 0 ? " is-primary" : ""}`, onclick: () => signIn(id) },
        words.signIn(nameOf(name)),
      ),
    ),
  );
}

/** The latest of the courier's events: shops' files list them all, Yiwen's cards hold the last. */
function latestOf(order) {
  return order.latest ?? [...(order.events ?? [])].sort((a, b) => new Date(b.at) - new Date(a.at))[0];
}

function orderCard(order, products) {
  const latest = latestOf(order);
  return h(
    "li",
    { class: "order" },
    h(
      "div",
      { class: "order-head" },
      h("span", { class: `status is-${order.status}` }, words.status[order.status]),
      h("span", { class: "order-id" }, `${words.orderNumber} ${order.id}`),
      h("time", {}, dates.format(new Date(order.placedAt))),
    ),
    h(
      "ul",
      { class: "items" },
      order.items.map((item) => orderItem(item, products)),
    ),
    latest &&
      h(
        "p",
        { class: "track" },
        icon("truck"),
        h(
          "span",
          {},
          h("b", {}, `${nameOf(order.carrier)} ${order.trackingNumber}`),
          ` ${latest.text}`,
          h("time", {}, dates.format(new Date(latest.at))),
        ),
      ),
    h(
      "div",
      { class: "order-foot" },
      h(
        "span",
        {},
        `${order.status === "unpaid" ? words.pay : words.total} `,
        h("strong", { class: "amount" }, money(fen(order.total))),
      ),
      h(
        "button",
        { type: "button", class: "button is-primary", data: { "yiwen-consult-order": order.id } },
        icon("chat"),
        words.consultOrder,
      ),
    ),
  );
}

function orderItem(item, products) {
  const product = products.find(({ id }) => id === item.productId);
  return h(
    "li",
    {},
    h("img", { src: item.image ?? product?.image ?? "/logo.svg", alt: "", width: 64, height: 64 }),
    h(product ? "a" : "span", product ? { href: `/product.html?id=${item.productId}` } : {}, itemTitle(item, product)),
    h("span", { class: "times" }, `${money(fen(item.price))} × ${item.quantity}`),
  );
}

async function readOrders(shopper) {
  const answer = await fetch(`/shop/orders.json?shopper=${shopper.id}`);
  if (!answer.ok) throw new Error(`orders: ${answer.status}`);
  const orders = (await answer.json()).filter(({ externalId = shopper.id }) => externalId === shopper.id);
  return orders.sort((a, b) => new Date(b.placedAt) - new Date(a.placedAt));
}

drawLayout();
const shopper = currentShopper();
const title = `${words.ordersTitle} · ${words.shop}`;
try {
  if (!shopper) show(title, signInState());
  else {
    const [products, orders] = await Promise.all([readCatalogue(), readOrders(shopper)]);
    const list = orders.map((order) => orderCard(order, products));
    const content = list.length > 0 ? h("ul", { class: "orders" }, list) : emptyState(words.noOrders);
    show(title, h("section", { class: "orders-page" }, h("h1", { class: "page-title" }, words.ordersTitle), content));
  }
} catch {
  show(title, failure());
}
