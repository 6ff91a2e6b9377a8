import type { OrderCard, ShopSettings } from "@yiwen/shared";
import type { Catalogue, Passage, Passages, Product } from "../dialogue/facts.ts";
import type { Examples } from "../nlu/few-shot/examples.ts";

/** A shop as the dialogue needs it, in memory; replaced whole when something of it changes. */
export type ShopSnapshot = {
  id: string;
  name: string;
  settings: ShopSettings;
  catalogue: Catalogue;
  passages: Passages;
  /** What its agents said that messages were. */
  examples: Examples;
};

/** What of a shop changed: all that isn't named stays as it is in memory. `agent` is one whose sign-ins were ended. */
export type ShopChange = "all" | "settings" | "goods" | "corrections" | { documents: string[] } | { agent: string };

export type ProductRow = { product: Product; listed: boolean };

/** Whether only an agent's sign-ins changed, of which no snapshot knows. */
export function isOfAgent(change: ShopChange): change is { agent: string } {
  return typeof change === "object" && "agent" in change;
}

/** Told what changed, in this process or another; without a shop, something of any of them may have. */
export type ShopListener = (shop: string | undefined, change: ShopChange) => void;

/** What a shop imported: goods, passages and orders. */
export type ShopData = {
  /** The snapshot; undefined when there is no such shop. */
  snapshot(shop: string): Promise<ShopSnapshot | undefined>;
  /** Forgets what changed of the snapshot, so that the next look reads it anew. */
  changed(shop: string, change?: ShopChange): void;
  /** Tells of every change from now on; answers how to end that. */
  onChange(listener: ShopListener): () => void;
  saveProducts(shop: string, rows: ProductRow[]): Promise<void>;
  /** Replaces the passages of each document named. */
  savePassages(shop: string, documents: string[], passages: Passage[]): Promise<void>;
  saveOrders(shop: string, rows: { externalId: string; order: OrderCard }[]): Promise<void>;
};
