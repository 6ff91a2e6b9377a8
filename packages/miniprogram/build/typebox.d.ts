/** The schema library's types as far as the vocabulary's own are read from its schemas, so that the package needs no other. */
export type TSchema = { static: unknown };

type OptionalKeys<P> = { [K in keyof P]: P[K] extends { isOptional: true } ? K : never }[keyof P];
type Shape<P extends Record<string, TSchema>> = {
  -readonly [K in Exclude<keyof P, OptionalKeys<P>>]: P[K]["static"];
} & { -readonly [K in OptionalKeys<P>]?: P[K]["static"] };
type Flat<T> = { [K in keyof T]: T[K] };

export declare namespace Type {
  type TUnknown = { static: unknown };
  type TString = { static: string };
  type TNumber = { static: number };
  type TInteger = { static: number };
  type TBoolean = { static: boolean };
  type TLiteral<V> = { static: V };
  type TOptional<S extends TSchema> = S & { isOptional: true };
  type TArray<S extends TSchema> = { static: S["static"][] };
  type TUnion<L extends TSchema[]> = { static: L[number]["static"] };
  type TRecord<_Pattern, V extends TSchema> = { static: Record<string, V["static"]> };
  type TObject<P extends Record<string, TSchema>> = { static: Flat<Shape<P>> };
}

export type Static<S extends TSchema> = S["static"];
