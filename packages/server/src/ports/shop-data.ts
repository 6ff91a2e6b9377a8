import type { OrderCard, ShopSettings } from "@yiwen/shared";
import type { Catalogue, Passage, Passages, Product } from "../dialogue/facts.ts";

/** A shop as the dialogue needs it, in memory; replaced whole when something of it changes. */
export type ShopSnapshot = {
  id: string;
  name: string;
  settings: ShopSettings;
  catalogue: Catalogue;
  passages: Passages;
};

export type ProductRow = { product: Product; listed: boolean };

/** What a shop imported: goods, passages and orders. */
export type ShopData = {
  /** The snapshot; undefined when there is no such shop. */
  snapshot(shop: string): Promise<ShopSnapshot | undefined>;
  /** Forgets the snapshot, so that the next look reads anew. */
  changed(shop: string): void;
  saveProducts(shop: string, rows: ProductRow[]): Promise<void>;
  /** Replaces the passages of each document named. */
  savePassages(shop: string, documents: string[], passages: Passage[]): Promise<void>;
  saveOrders(shop: string, rows: { externalId: string; order: OrderCard }[]): Promise<void>;
};
