import { createStore } from "./store.ts";

/** Goods in the cart; without an SKU where the product has only one kind. */
export type Line = { productId: string; skuId?: string; quantity: number };

const cart = createStore<Line[]>("camellia.cart", []);

const isSame = (line: Line) => (other: Line) => other.productId === line.productId && other.skuId === line.skuId;

/** The cart's lines, also when they change. */
export const useCart = cart.use;

/** Puts goods into the cart, at most what there is. */
export function addToCart(line: Line, stock: number): void {
  const lines = cart.get();
  const known = lines.find(isSame(line));
  if (known) setQuantity(line, Math.min(stock, known.quantity + line.quantity));
  else cart.set([...lines, line]);
}

/** Sets a line's quantity; 0 removes it. */
export function setQuantity(line: Line, quantity: number): void {
  const lines = cart.get().map((other) => (isSame(line)(other) ? { ...other, quantity } : other));
  cart.set(lines.filter((other) => other.quantity > 0));
}
