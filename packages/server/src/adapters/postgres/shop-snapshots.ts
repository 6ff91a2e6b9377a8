import { and, eq, inArray } from "drizzle-orm";
import type { Catalogue, Passage, Passages, Product } from "../../dialogue/facts.ts";
import { createCatalogue } from "../../knowledge/catalogue.ts";
import { createLibrary, type Library } from "../../knowledge/passages.ts";
import { createExamples, type Examples } from "../../nlu/few-shot/examples.ts";
import { isOfAgent, type ShopChange, type ShopSnapshot } from "../../ports/shop-data.ts";
import { readCorrections } from "./corrections.ts";
import type { Orm } from "./orm.ts";
import { passages, products, shops } from "./schema.ts";
import { storedSettings } from "./stored-settings.ts";

/** Snapshots of shops in memory; each part is read anew only when it changed. */
export type ShopSnapshots = {
  of(shop: string): Promise<ShopSnapshot | undefined>;
  changed(shop: string, change: ShopChange): void;
  /** Forgets all shops. */
  clear(): void;
};

type Kept = Pick<ShopSnapshot, "id" | "name" | "settings">;
type Entry = {
  kept: Promise<Kept | undefined> | undefined;
  catalogue: Promise<Catalogue> | undefined;
  passages: Promise<Shelved> | undefined;
  examples: Promise<Examples> | undefined;
  whole: Promise<ShopSnapshot | undefined> | undefined;
};
type Shelved = { library: Library; passages: Passages };

/** What shops imported, as the database has it. */
export function createShopSnapshots(orm: Orm): ShopSnapshots {
  const entries = new Map<string, Entry>();

  async function whole(shop: string, entry: Entry): Promise<ShopSnapshot | undefined> {
    entry.kept ??= loadKept(orm, shop);
    const kept = await entry.kept;
    if (!kept) return undefined;
    entry.catalogue ??= loadCatalogue(orm, shop);
    entry.passages ??= loadPassages(orm, shop);
    entry.examples ??= readCorrections(orm, shop).then(createExamples);
    const [catalogue, shelved, examples] = await Promise.all([entry.catalogue, entry.passages, entry.examples]);
    return { ...kept, catalogue, passages: shelved.passages, examples };
  }

  return {
    of(shop) {
      const entry = entries.get(shop) ?? {
        kept: undefined,
        catalogue: undefined,
        passages: undefined,
        examples: undefined,
        whole: undefined,
      };
      entries.set(shop, entry);
      if (entry.whole) return entry.whole;
      const loading = whole(shop, entry);
      entry.whole = loading;
      // Neither a failure nor a shop that is not there yet is remembered.
      const forget = () => {
        if (entries.get(shop) === entry && entry.whole === loading) entries.delete(shop);
      };
      loading.then((snapshot) => snapshot ?? forget(), forget);
      return loading;
    },
    changed(shop, change) {
      const entry = entries.get(shop);
      if (!entry || isOfAgent(change)) return;
      entry.whole = undefined;
      if (change === "all") entries.delete(shop);
      else if (change === "settings") entry.kept = undefined;
      else if (change === "goods") entry.catalogue = undefined;
      else if (change === "corrections") entry.examples = undefined;
      else if (entry.passages) {
        // One after the other, each reading what is stored by then: however imports cross, the last one stands.
        const { documents } = change;
        entry.passages = entry.passages.then((shelved) => reload(orm, { shop, documents, shelved }));
        // Whoever looks next hears of a failure; nobody may look.
        entry.passages.catch(() => {});
      }
    },
    clear: () => entries.clear(),
  };
}

async function loadKept(orm: Orm, id: string): Promise<Kept | undefined> {
  const [shop] = await orm.select().from(shops).where(eq(shops.id, id));
  return shop && { id, name: shop.name, settings: storedSettings(shop.settings) };
}

async function loadCatalogue(orm: Orm, shop: string): Promise<Catalogue> {
  const goods = await orm
    .select({ card: products.card })
    .from(products)
    .where(and(eq(products.shop, shop), eq(products.listed, true)))
    .orderBy(products.id);
  return createCatalogue(goods.map(({ card }) => card as Product));
}

async function loadPassages(orm: Orm, shop: string): Promise<Shelved> {
  const rows = await orm
    .select({ passage: passages.passage })
    .from(passages)
    .where(eq(passages.shop, shop))
    .orderBy(passages.document, passages.id);
  const library = createLibrary();
  return { library, passages: await shelve(library, [], rows) };
}

async function reload(
  orm: Orm,
  { shop, documents, shelved }: { shop: string; documents: string[]; shelved: Shelved },
): Promise<Shelved> {
  const rows = await orm
    .select({ passage: passages.passage })
    .from(passages)
    .where(and(eq(passages.shop, shop), inArray(passages.document, documents)))
    .orderBy(passages.document, passages.id);
  return { library: shelved.library, passages: await shelve(shelved.library, documents, rows) };
}

/** Lets others have their turn in between: a hundred thousand passages take seconds. */
async function shelve(library: Library, documents: string[], rows: { passage: unknown }[]): Promise<Passages> {
  const steps = library.replacing(
    documents,
    rows.map(({ passage }) => passage as Passage),
  );
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
