import { ShopSettings } from "@yiwen/shared/schema";
import { type TSchema, Type } from "typebox";
import { Value } from "typebox/value";

/**
 * Settings as stored, with what a newer version added at its default; what it dropped is left out. A setting that this
 * version doesn't take is at its default by itself: the shop keeps all the others.
 */
export function storedSettings(stored: unknown): ShopSettings {
  return settled(ShopSettings, stored) as ShopSettings;
}

function settled(schema: TSchema, stored: unknown): unknown {
  const value: unknown = Value.Default(schema, Value.Clean(schema, structuredClone(stored)));
  if (Value.Check(schema, value)) return value;
  if (!Type.IsObject(schema)) return Value.Default(schema, undefined);
  const parts = Object.entries(schema.properties).map(([name, part]) => [name, settled(part, partOf(value, name))]);
  // What is optional has no default, and is left out.
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
