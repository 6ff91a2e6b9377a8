/** A price in minor units (fen, cents) of its currency, so that no sum is ever rounded. */
export type Money = { amount: number; currency: string };

/** One size/colour of a product, with the stock there is now. */
export type Sku = { id: string; attributes: Record<string, string>; price: Money; stock: number };

/** A product as it stands now: shown to shopper, bot and agent alike. */
export type ProductCard = {
  id: string;
  title: string;
  category: string;
  price: Money;
  /** The price before the reduction, where there is one. */
  listPrice?: Money;
  /** Stock of all SKUs together. */
  stock: number;
  skus: Sku[];
  attributes: Record<string, string>;
  image?: string;
  url?: string;
};

export type OrderStatus =
  | "unpaid"
  | "paid"
  | "shipped"
  | "delivered"
  | "completed"
  | "cancelled"
  | "refunding"
  | "refunded";

/** An order as it stands now. Dates are epoch milliseconds. */
export type OrderCard = {
  id: string;
  status: OrderStatus;
  placedAt: number;
  total: Money;
  items: { productId?: string; title: string; quantity: number; price: Money; image?: string }[];
  carrier?: string;
  trackingNumber?: string;
  /** The carrier's latest word. */
  latest?: { at: number; text: string };
};

/** Cards beside a reply; `null` says the shop no longer has that one. */
export type Cards = { products: Record<string, ProductCard | null>; orders: Record<string, OrderCard | null> };
