import { type Static, type TSchema, Type } from "typebox";
import { limits } from "../limits.ts";
import { ExternalId, Id } from "./content.ts";

const Path = Type.String({ minLength: 1, maxLength: 512 });

const kind = <T extends string, D extends Record<string, TSchema>>(type: T, data: D) =>
  Type.Object(
    {
      /** Made by the client: the same one again is the same event. */
      id: Id,
      type: Type.Literal(type),
      /** Epoch milliseconds, by the shopper's clock. */
      at: Type.Integer({ minimum: 0 }),
      data: Type.Object(
        {
          /** The page it happened on. */
          path: Type.Optional(Path),
          title: Type.Optional(Type.String({ maxLength: 200 })),
          productId: Type.Optional(ExternalId),
          ...data,
        },
        { additionalProperties: false },
      ),
    },
    { additionalProperties: false },
  );

/** What a shopper can do in a shop, by type; each needs what makes it tell something. */
export const behaviours = {
  page: kind("page", { path: Path }),
  product: kind("product", { productId: ExternalId }),
  addToCart: kind("addToCart", {
    productId: ExternalId,
    skuId: Type.Optional(ExternalId),
    quantity: Type.Optional(Type.Integer({ minimum: 1, maximum: 9999 })),
  }),
  share: kind("share", {}),
  /** How long the page was in sight, in milliseconds, at most a day. */
  stay: kind("stay", { ms: Type.Integer({ minimum: 0, maximum: 86_400_000 }) }),
} as const;

/** One thing a shopper did in the shop. */
export const Behaviour = Type.Union([
  behaviours.page,
  behaviours.product,
  behaviours.addToCart,
  behaviours.share,
  behaviours.stay,
]);

/** What `POST /v1/behaviours` takes; each event is checked by itself. */
export const BehaviourBatch = Type.Object(
  { events: Type.Array(Type.Unknown(), { minItems: 1, maxItems: limits.behaviourBatch }) },
  { additionalProperties: false },
);

export type Behaviour = Static<typeof Behaviour>;
export type BehaviourType = Behaviour["type"];
