import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

/** Epoch milliseconds. */
export const millis = (name: string) => bigint(name, { mode: "number" });

/** What this installation keeps for itself: the signing key of tokens. */
export const serverSettings = pgTable("server_settings", { key: text().primaryKey(), value: text().notNull() });

export const shops = pgTable("shops", {
  id: text().primaryKey(),
  name: text().notNull(),
  publicKey: text("public_key").notNull().unique(),
  /** SHA-256 of the secret key, hex: the key itself is shown once, at creation. */
  secretKeyHash: text("secret_key_hash").notNull().unique(),
  /** Signs the identity tokens of the shop's own shoppers (HS256). */
  identitySecret: text("identity_secret").notNull(),
  settings: jsonb().notNull(),
  createdAt: millis("created_at").notNull(),
});

export const agents = pgTable(
  "agents",
  {
    shop: text().notNull(),
    id: text().notNull(),
    email: text().notNull().unique(),
    name: text().notNull(),
    role: text().notNull(),
    passwordHash: text("password_hash").notNull(),
    createdAt: millis("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.id] })],
);

export const agentSessions = pgTable("agent_sessions", {
  /** SHA-256 of the token, hex. */
  tokenHash: text("token_hash").primaryKey(),
  shop: text().notNull(),
  agent: text().notNull(),
  expiresAt: millis("expires_at").notNull(),
});

export const shoppers = pgTable(
  "shoppers",
  {
    shop: text().notNull(),
    id: text().notNull(),
    /** The id in the shop's own systems, once the shop vouched for it. */
    externalId: text("external_id"),
    name: text(),
    /** SHA-256 of what an anonymous browser keeps to stay the same shopper, hex. */
    resumeHash: text("resume_hash"),
    /** Who this shopper turned out to be; their conversations are there. */
    mergedInto: text("merged_into"),
    createdAt: millis("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shop, t.id] }),
    uniqueIndex("shoppers_external").on(t.shop, t.externalId),
    uniqueIndex("shoppers_resume").on(t.shop, t.resumeHash),
    index("shoppers_merged").on(t.shop, t.mergedInto).where(sql`merged_into is not null`),
  ],
);

export const products = pgTable(
  "products",
  {
    shop: text().notNull(),
    id: text().notNull(),
    listed: boolean().notNull(),
    card: jsonb().notNull(),
    updatedAt: millis("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.id] })],
);

export const orders = pgTable(
  "orders",
  {
    shop: text().notNull(),
    id: text().notNull(),
    /** The shopper's id in the shop's own systems. */
    externalId: text("external_id").notNull(),
    placedAt: millis("placed_at").notNull(),
    card: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.id] }), index("orders_shopper").on(t.shop, t.externalId, t.placedAt)],
);

export const passages = pgTable(
  "passages",
  {
    shop: text().notNull(),
    id: text().notNull(),
    document: text().notNull(),
    passage: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.id] })],
);

export const conversations = pgTable(
  "conversations",
  {
    shop: text().notNull(),
    id: text().notNull(),
    shopper: text().notNull(),
    channel: text().notNull(),
    /** The last event's number; 0 before the first. */
    seq: integer().notNull(),
    floor: text().notNull(),
    agent: text(),
    queuedAt: millis("queued_at"),
    /** Whether the shopper ever wrote: only then agents are shown it. */
    asked: boolean().notNull(),
    createdAt: millis("created_at").notNull(),
    lastAt: millis("last_at").notNull(),
    /** The folded state at `seq`. */
    state: jsonb(),
  },
  (t) => [
    primaryKey({ columns: [t.shop, t.id] }),
    uniqueIndex("conversations_open").on(t.shop, t.shopper, t.channel).where(sql`floor <> 'closed'`),
    index("conversations_shopper").on(t.shop, t.shopper, t.createdAt),
    index("conversations_floor").on(t.shop, t.floor, t.queuedAt),
    // The inbox's long lists, the latest word first.
    index("conversations_latest")
      .on(t.shop, sql`(-last_at)`, t.id)
      .where(sql`floor <> 'closed' and (asked or floor <> 'bot')`),
    index("conversations_closed")
      .on(t.shop, sql`(-last_at)`, t.id)
      .where(sql`floor = 'closed' and (asked or agent is not null)`),
  ],
);

export const events = pgTable(
  "events",
  {
    shop: text().notNull(),
    conversation: text().notNull(),
    seq: integer().notNull(),
    /** The number shoppers see; null for what only agents see. */
    shopperSeq: integer("shopper_seq"),
    type: text().notNull(),
    at: millis("at").notNull(),
    by: jsonb().notNull(),
    data: jsonb().notNull(),
    /** With the first event of a command: what it is known by (see `commandKey`), its body's hash, its answer's number. */
    command: uuid(),
    body: uuid(),
    answer: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.shop, t.conversation, t.seq] }),
    uniqueIndex("events_command").on(t.command).where(sql`command is not null`),
    // What a shopper was granted is asked for with every look at them, however much they wrote.
    index("events_coupons").on(t.shop, t.conversation).where(sql`type = 'coupon.granted'`),
  ],
);

export const effects = pgTable(
  "effects",
  {
    shop: text().notNull(),
    id: text().notNull(),
    conversation: text().notNull(),
    kind: text().notNull(),
    input: jsonb().notNull(),
    /** pending | done | dead */
    status: text().notNull(),
    attempts: smallint().notNull(),
    dueAt: millis("due_at").notNull(),
    /** Until when a runner has it to itself. */
    leaseUntil: millis("lease_until").notNull(),
    error: text(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.id] }), index("effects_due").on(t.dueAt).where(sql`status = 'pending'`)],
);

/** The answers of commands that appended nothing, for ever, so that the same id gives the same answer. */
export const seen = pgTable("seen", {
  /** See `commandKey`. */
  key: uuid().primaryKey(),
  body: uuid().notNull(),
  answer: jsonb().notNull(),
});
