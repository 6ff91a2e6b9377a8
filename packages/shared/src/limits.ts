/** Every limit that crosses the wire, in one place; docs/PROTOCOL.md quotes these numbers. A bundle holds those it uses. */
export * as limits from "./limit-values.ts";
