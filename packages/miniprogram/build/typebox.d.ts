/** The schema library's types as far as the vocabulary's own are read from its schemas, so that the package needs no other. */
export type TSchema = { static: unknown };
export type Static<S extends TSchema> = S["static"];
export type * as Type from "./typebox-types.js";
