import { pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { millis } from "./schema.ts";

/** What agents said that shoppers' messages were: the shop's own examples. */
export const corrections = pgTable(
  "corrections",
  {
    shop: text().notNull(),
    id: text().notNull(),
    /** The message, numbers and addresses masked. */
    text: text().notNull(),
    intent: text().notNull(),
    agent: text().notNull(),
    /** The agent's name when they corrected it. */
    agentName: text("agent_name").notNull(),
    conversation: text().notNull(),
    message: text().notNull(),
    at: millis("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shop, t.id] }),
    // One message means one thing: a later correction takes the earlier one's place.
    uniqueIndex("corrections_message").on(t.shop, t.conversation, t.message),
  ],
);
