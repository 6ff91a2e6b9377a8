import type { TSchema } from "./typebox.js";

type OptionalKeys<P> = { [K in keyof P]: P[K] extends { isOptional: true } ? K : never }[keyof P];
type Shape<P extends Record<string, TSchema>> = {
  -readonly [K in Exclude<keyof P, OptionalKeys<P>>]: P[K]["static"];
} & { -readonly [K in OptionalKeys<P>]?: P[K]["static"] };
type Flat<T> = { [K in keyof T]: T[K] };

export type TUnknown = { static: unknown };
export type TString = { static: string };
export type TNumber = { static: number };
export type TInteger = { static: number };
export type TBoolean = { static: boolean };
export type TLiteral<V> = { static: V };
export type TOptional<S extends TSchema> = S & { isOptional: true };
export type TArray<S extends TSchema> = { static: S["static"][] };
export type TUnion<L extends TSchema[]> = { static: L[number]["static"] };
export type TRecord<_Pattern, V extends TSchema> = { static: Record<string, V["static"]> };
export type TObject<P extends Record<string, TSchema>> = { static: Flat<Shape<P>> };
