import type { Language } from "@yiwen/shared";
import { ShopSettings } from "@yiwen/shared/schema";
import { pino } from "pino";
import { Value } from "typebox/value";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestDatabase } from "../../../test/support/prepared-database.ts";
import { openVectorDatabase } from "../../../test/support/vector-database.ts";
import type { Passage } from "../../dialogue/facts.ts";
import type { Embeddings } from "../../embedding/embeddings.ts";
import { createRecall } from "../../embedding/recall.ts";
import type { ShopData } from "../../ports/shop-data.ts";
import type { Vectors } from "../../ports/vectors.ts";
import type { Database } from "./connect.ts";
import { createDirectory } from "./directory.ts";
import { withNearest } from "./nearest-vectors.ts";
import { createShopData } from "./shop-data.ts";
import { createVectors } from "./vectors.ts";

let sql: Database;
let close: () => Promise<void>;
let shopData: ShopData;
let inMemory: Vectors;
let inDatabase: Vectors;
let refused: { vectors: Vectors; logged: string };

const dimensions = 64;
const space = "bge-m3";
const quiet = { log: pino({ level: "silent" }) };

/** So many vectors that signs choose among them. */
const most = 150;

beforeAll(async () => {
  ({ sql, close } = await openVectorDatabase());
  shopData = createShopData(sql, () => 7);
  inMemory = createVectors(sql);
  refused = await withoutRights();
  inDatabase = await withNearest(sql, inMemory, { ...quiet, most });
});
afterAll(() => close());

/** As a role that may not add extensions finds the database. */
async function withoutRights(): Promise<typeof refused> {
  const lines: string[] = [];
  await sql`create role guest`;
  await sql`set role guest`;
  const vectors = await withNearest(sql, inMemory, { log: pino({ level: "info" }, { write: (it) => lines.push(it) }) });
  await sql`reset role`;
  return { vectors, logged: lines.join("") };
}

let shop: string;
let shops = 0;
beforeEach(async () => {
  shop = await openShop();
});

async function openShop(): Promise<string> {
  const id = `shop${++shops}`;
  const settings = Value.Default(ShopSettings, {}) as ShopSettings;
  const directory = createDirectory(sql, () => 7);
  await directory.createShop({ id, name: id, publicKey: id, identitySecret: id, secretKeyHash: id, settings });
  return id;
}

const passage = (id: string, language: Language = "zh"): Passage => ({
  id,
  document: "all.md",
  title: id,
  quote: id,
  text: `${id} 的说明`,
  language,
});

/** The sum of directions and a little of what all texts share, of length 1. */
function meaning(...directions: number[]): Float32Array {
  const vector = Float32Array.from({ length: dimensions }, () => 0.05);
  for (const direction of directions) vector[direction]! += 1;
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** Numbers from -0.5 to 0.5, the same at every run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
}

function blend(vectors: Float32Array[]): Float32Array {
  const sum = Float32Array.from({ length: dimensions }, (_, at) => vectors.reduce((all, one) => all + one[at]!, 0));
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

type Given = Record<string, Float32Array>;

const rows = (given: Given) => Object.entries(given).map(([id, vector]) => ({ passage: id, digest: id, vector }));

async function store(vectors: Vectors, given: Given, { of = shop, english = [] as string[] } = {}): Promise<void> {
  const all = Object.keys(given).map((id) => passage(id, english.includes(id) ? "en" : "zh"));
  await shopData.savePassages(of, ["all.md"], all);
  await vectors.save(of, space, rows(given));
}

const signal = new AbortController().signal;

/** What a whole question comes to, its own vector being given. */
async function recalled(vectors: Vectors, vector: Float32Array, { of = shop, language = "zh" as Language } = {}) {
  const embeddings = {
    of: async () => ({ space }),
    question: async () => ({ ok: true, vector, space }),
  } as unknown as Embeddings;
  const snapshot = (await shopData.snapshot(of))!;
  return createRecall({ embeddings, vectors })(snapshot, { text: "？", language, now: 7, signal });
}

describe.each([
  { where: "in memory", vectors: () => inMemory },
  { where: "in the database", vectors: () => inDatabase },
])("$where", ({ where, vectors: chosen }) => {
  test("KN91 the passage that means what was asked is found, and none where nothing is near", async () => {
    const vectors = chosen();
    expect(vectors.nearest !== undefined).toBe(where === "in the database");
    await store(vectors, { cat: meaning(1), dog: meaning(2), both: meaning(1, 2), box: meaning(3) });
    expect(await recalled(vectors, meaning(1))).toMatchObject({ outcome: "found", answer: "cat" });
    expect((await recalled(vectors, meaning(2))).likely.slice(0, 2)).toEqual(["dog", "both"]);
    expect(await recalled(vectors, meaning(9))).toMatchObject({ outcome: "nothing" });
  });

  test("KN91 a question finds passages of its language, of the other where there are none, and of its shop", async () => {
    const vectors = chosen();
    const other = await openShop();
    await store(vectors, { 猫: meaning(1, 2), cat: meaning(1), dog: meaning(2) }, { english: ["cat", "dog"] });
    await store(vectors, { ours: meaning(1, 2, 3) }, { of: other });
    expect((await recalled(vectors, meaning(1))).answer).toBe("猫");
    expect((await recalled(vectors, meaning(1), { language: "en" })).answer).toBe("cat");
    expect((await recalled(vectors, meaning(1), { of: other, language: "en" })).likely).toEqual(["ours"]);
  });

  test("KN92 what changed, went or was refused is found as it is now; another model's vectors are none", async () => {
    const vectors = chosen();
    await store(vectors, { cat: meaning(1), dog: meaning(2), odd: new Float32Array(0) });
    expect((await recalled(vectors, meaning(1))).answer).toBe("cat");
    await vectors.save(shop, space, rows({ cat: meaning(4), dog: meaning(1) }));
    expect((await recalled(vectors, meaning(1))).answer).toBe("dog");
    await shopData.savePassages(shop, ["all.md"], [passage("cat"), passage("odd")]);
    expect((await recalled(vectors, meaning(1))).likely).not.toContain("dog");
    await vectors.prune(shop);
    expect((await recalled(vectors, meaning(4))).answer).toBe("cat");
    await vectors.save(shop, "another", rows({ cat: meaning(1) }));
    expect(await recalled(vectors, meaning(4))).toMatchObject({ outcome: "nothing", likely: [] });
  });
});

test("KN91 of more than are compared one by one, the nearest ten are those of memory but for one in ten, and so is the mean", async () => {
  const next = chances(11);
  const chance = () => Float32Array.from({ length: dimensions }, next);
  const lean = blend([chance()]);
  const middles = Array.from({ length: 20 }, () => blend([chance()]));
  const made = Array.from({ length: 900 }, (_, nth) => blend([lean, middles[nth % 20]!, blend([chance()])]));
  await store(inDatabase, Object.fromEntries(made.map((vector, nth) => [`p${nth}`, vector])));
  let missed = 0;
  for (const middle of middles.slice(0, 10)) {
    const vector = blend([lean, middle, blend([chance()])]);
    const cosines = made.map((one, nth) => ({
      id: `p${nth}`,
      cosine: one.reduce((s, v, at) => s + v * vector[at]!, 0),
    }));
    const mean = cosines.reduce((sum, { cosine }) => sum + cosine, 0) / made.length;
    const exact = cosines.sort((a, b) => b.cosine - a.cosine).slice(0, 10);
    const near = await inDatabase.nearest!(shop, space, { vector, language: "zh", limit: 10, signal });
    expect(near.found[0]?.id).toBe(exact[0]?.id);
    expect(near.found[0]?.cosine).toBeCloseTo(exact[0]!.cosine, 5);
    expect(near.mean).toBeCloseTo(mean, 2);
    expect(near.looked).toBe(most + 1);
    missed += exact.filter(({ id }) => !near.found.some((one) => one.id === id)).length;
  }
  expect(missed).toBeLessThanOrEqual(10);
  // As a process leaves it that ends when it has copied all.
  await sql`delete from passage_middles where shop = ${shop}`;
  await sql`update passage_nearest set signs = null where shop = ${shop}`;
  const near = await inDatabase.nearest!(shop, space, { vector: made[899]!, language: "zh", limit: 1, signal });
  expect(near.found[0]?.id).toBe("p899");
});

test("KN92 the database's copy takes in what was stored without it, once, however many ask", async () => {
  const many = Object.fromEntries(Array.from({ length: 450 }, (_, nth) => [`p${nth}`, meaning(nth % 60, nth % 7)]));
  await store(inMemory, { ...many, short: meaning(61).slice(0, 9), cat: meaning(61) });
  const question = { vector: meaning(61), language: "zh" as const, limit: 3, signal };
  const asked = await Promise.all([1, 2, 3].map(() => inDatabase.nearest!(shop, space, question)));
  for (const { found } of asked) expect(found[0]?.id).toBe("cat");
  await inMemory.save(shop, space, rows({ p7: meaning(61), cat: meaning(62) }));
  expect((await inDatabase.nearest!(shop, space, question)).found[0]?.id).toBe("p7");
  const [copied] = await sql`select count(*)::int as count from passage_nearest where shop = ${shop}`;
  expect(copied?.count).toBe(452);
});

test("KN91 a database that has no pgvector, or may not switch it on, goes on as before and says so once", async () => {
  expect(refused.vectors).toBe(inMemory);
  expect(refused.logged.match(/pgvector is there but can't be used/g)).toHaveLength(1);
  expect(refused.logged).toContain("permission denied");
  const embedded = await openTestDatabase();
  const vectors = createVectors(embedded.sql);
  expect(await withNearest(embedded.sql, vectors, quiet)).toBe(vectors);
  await embedded.close();
});
