import { and, asc, eq, gt, inArray, sql as raw } from "drizzle-orm";
import type { Passage } from "../../dialogue/facts.ts";
import type { Vectors } from "../../ports/vectors.ts";
import type { Database } from "./connect.ts";
import { createOrm, type Orm } from "./orm.ts";
import { withPlainErrors } from "./plain-errors.ts";
import { passages } from "./schema.ts";
import { embeddingLeases, passageVectors, shopEmbedding } from "./schema-vectors.ts";

/** Vectors of passages on PostgreSQL, as bytes. */
export function createVectors(sql: Database): Vectors {
  const orm = createOrm(sql);
  return withPlainErrors<Vectors>({ ...accesses(orm), ...leases(orm), ...wanting(orm), ...stored(orm) });
}

function accesses(orm: Orm): Pick<Vectors, "access" | "saveAccess"> {
  return {
    async access(shop) {
      const [row] = await orm.select().from(shopEmbedding).where(eq(shopEmbedding.shop, shop));
      if (!row) return undefined;
      const { baseUrl, apiKey, model, dimensions } = row;
      return { baseUrl, apiKey, model, ...(dimensions !== null && { dimensions }) };
    },
    async saveAccess(shop, access) {
      if (!access) await orm.delete(shopEmbedding).where(eq(shopEmbedding.shop, shop));
      else {
        const { baseUrl, apiKey, model, dimensions = null } = access;
        const values = { shop, baseUrl, apiKey, model, dimensions };
        await orm.insert(shopEmbedding).values(values).onConflictDoUpdate({ target: shopEmbedding.shop, set: values });
      }
    },
  };
}

function wanting(orm: Orm): Pick<Vectors, "shops" | "page"> {
  return {
    async shops() {
      const rows = await orm.selectDistinct({ shop: passages.shop }).from(passages).orderBy(passages.shop);
      return rows.map(({ shop }) => shop);
    },
    async page(shop, space, { after, limit, documents }) {
      const isMade = and(
        eq(passageVectors.shop, passages.shop),
        eq(passageVectors.passage, passages.id),
        eq(passageVectors.space, space),
      );
      const rows = await orm
        .select({ passage: passages.passage, digest: passageVectors.digest })
        .from(passages)
        .leftJoin(passageVectors, isMade)
        .where(
          and(
            eq(passages.shop, shop),
            gt(passages.id, after),
            documents ? inArray(passages.document, documents) : undefined,
          ),
        )
        .orderBy(asc(passages.id))
        .limit(limit);
      return rows.map(({ passage, digest }) => ({
        passage: passage as Passage,
        ...(digest !== null && { digest }),
      }));
    },
  };
}

function stored(orm: Orm): Pick<Vectors, "save" | "prune" | "since" | "count"> {
  return {
    async save(shop, space, vectors) {
      if (vectors.length === 0) return;
      const rows = vectors.map(({ passage, digest, vector }) => ({
        shop,
        passage,
        space,
        digest,
        vector: bytes(vector),
      }));
      await orm
        .insert(passageVectors)
        .values(rows)
        .onConflictDoUpdate({
          target: [passageVectors.shop, passageVectors.passage],
          set: {
            space: raw`excluded.space`,
            digest: raw`excluded.digest`,
            vector: raw`excluded.vector`,
            nth: raw`excluded.nth`,
          },
        });
    },
    async prune(shop) {
      const isThere = orm
        .select({ one: raw`1` })
        .from(passages)
        .where(and(eq(passages.shop, passageVectors.shop), eq(passages.id, passageVectors.passage)));
      await orm.delete(passageVectors).where(and(eq(passageVectors.shop, shop), raw`not exists ${isThere}`));
    },
    async since(shop, space, { nth, limit }) {
      const rows = await orm
        .select({ passage: passageVectors.passage, vector: passageVectors.vector, nth: passageVectors.nth })
        .from(passageVectors)
        .where(and(eq(passageVectors.shop, shop), eq(passageVectors.space, space), gt(passageVectors.nth, nth)))
        .orderBy(asc(passageVectors.nth))
        .limit(limit);
      return rows.map((row) => ({ ...row, vector: floats(row.vector) }));
    },
    async count(shop, space) {
      const [row] = await orm
        .select({ made: raw<number>`count(*)::int` })
        .from(passageVectors)
        .where(and(eq(passageVectors.shop, shop), eq(passageVectors.space, space)));
      return row?.made ?? 0;
    },
  };
}

function leases(orm: Orm): Pick<Vectors, "claim" | "release"> {
  return {
    async claim(shop, by, { now, until }) {
      const rows = await orm
        .insert(embeddingLeases)
        .values({ shop, by, until })
        .onConflictDoUpdate({
          target: embeddingLeases.shop,
          set: { by, until },
          setWhere: raw`${embeddingLeases.until} < ${now} or ${embeddingLeases.by} = ${by}`,
        })
        .returning({ shop: embeddingLeases.shop });
      return rows.length > 0;
    },
    async release(shop, by) {
      await orm.delete(embeddingLeases).where(and(eq(embeddingLeases.shop, shop), eq(embeddingLeases.by, by)));
    },
  };
}

/** Little-endian, as all machines that run this are. */
function bytes({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** The numbers of stored bytes. A copy: what the driver gives lies in a pool, and not on a float's boundary. */
export function floats(stored: Uint8Array): Float32Array {
  return new Float32Array(Uint8Array.from(stored).buffer);
}
