export * from "./schema/behaviour.ts";
export * from "./schema/commands.ts";
export * from "./schema/content.ts";
export * from "./schema/shop-settings.ts";
