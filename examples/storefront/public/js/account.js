import { callWidget } from "./widget.js";

const key = "camellia.shopper";

/** The demo's shoppers, by their ids in the shop's own systems. */
export const shoppers = [
  { id: "demo-lin", name: "小林" },
  { id: "demo-chen", name: "小陈" },
];

/** Who is signed in to the demo shop. */
export function currentShopper() {
  return shoppers.find(({ id }) => id === localStorage.getItem(key));
}

/** Tells the widget who is signed in, by a token that the shop's own server signs. */
export async function identify() {
  const shopper = currentShopper();
  if (!shopper) return;
  const answer = await fetch(`/shop/identity.json?shopper=${shopper.id}`);
  if (answer.ok) callWidget("identify", { token: (await answer.json()).identity });
}

/** Signs in and shows the page as this shopper sees it. */
export function signIn(id) {
  localStorage.setItem(key, id);
  location.reload();
}

/** Signs out, of the widget too. */
export function signOut() {
  localStorage.removeItem(key);
  callWidget("identify", null);
  location.reload();
}
