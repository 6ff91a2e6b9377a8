const key = "camellia.cart";

/** The cart's lines `{ productId, skuId?, quantity }`, kept on this device. */
export function readCart() {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "[]");
  } catch {
    return [];
  }
}

function write(lines) {
  localStorage.setItem(key, JSON.stringify(lines));
  dispatchEvent(new Event("cartchange"));
}

const same = (line) => (other) => other.productId === line.productId && other.skuId === line.skuId;

/** Puts goods into the cart, at most what there is. */
export function addToCart(line, stock) {
  const lines = readCart();
  const known = lines.find(same(line));
  if (known) known.quantity = Math.min(stock, known.quantity + line.quantity);
  else lines.push(line);
  write(lines);
}

/** Sets a line's quantity; 0 removes it. */
export function setQuantity(line, quantity) {
  const lines = readCart().map((other) => (same(line)(other) ? { ...other, quantity } : other));
  write(lines.filter((other) => other.quantity > 0));
}

/** How many pieces are in the cart. */
export function cartCount() {
  return readCart().reduce((sum, { quantity }) => sum + quantity, 0);
}
