export { limits } from "@yiwen/shared";
export * from "./format.ts";
export * from "./pages.ts";
export * from "./picture-box.ts";
export * from "./rows.ts";
export * from "./shared.ts";
export * from "./slots.ts";
export * from "./texts.ts";
export * from "./theme.ts";
