import { drizzle } from "drizzle-orm/postgres-js";
import type { Database } from "./connect.ts";
import { jsonOf, storableJson } from "./json.ts";

const jsonTypes = [114, 3802];

/** Drizzle on this connection, for the ordinary queries. */
export type Orm = ReturnType<typeof createOrm>;

/**
 * Drizzle writes JSON columns as text of its own and makes the driver pass everything for them through. Hand-written
 * queries on the same connection use `sql.json(object)`, so objects must still be written as JSON.
 */
export function createOrm(sql: Database) {
  const orm = drizzle(sql);
  for (const type of jsonTypes) {
    sql.options.serializers[type] = (value: unknown) =>
      typeof value === "string" ? storableJson(value) : jsonOf(value);
  }
  return orm;
}
