import { bigint, bigserial, customType, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** A shop's own endpoint of vectors, where it has one beside the server's. */
export const shopEmbedding = pgTable("shop_embedding", {
  shop: text().primaryKey(),
  baseUrl: text("base_url").notNull(),
  apiKey: text("api_key").notNull(),
  model: text().notNull(),
  dimensions: integer(),
});

/** What passages mean, as vectors. */
export const passageVectors = pgTable(
  "passage_vectors",
  {
    shop: text().notNull(),
    passage: text().notNull(),
    /** Whose vectors these are: only those of one space can be compared. */
    space: text().notNull(),
    /** SHA-256 of the text that the vector was made of, shortened. */
    digest: text().notNull(),
    /** Little-endian 32-bit floats of length 1 together; empty where the text was refused. */
    vector: bytea().notNull(),
    /** Grows with every change. */
    nth: bigserial({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.passage] }), index("passage_vectors_nth").on(t.shop, t.space, t.nth)],
);

/** Which process makes a shop's vectors, and until when. */
export const embeddingLeases = pgTable("embedding_leases", {
  shop: text().primaryKey(),
  by: text().notNull(),
  /** Epoch milliseconds. */
  until: bigint({ mode: "number" }).notNull(),
});
