import { type Static, Type } from "typebox";
import { limits } from "../limits.ts";

/** An id made by a client or by the server: printable, short, no separators that keys use. */
export const Id = Type.String({ minLength: 1, maxLength: 64, pattern: "^[A-Za-z0-9._-]+$" });

/** A product or order id as the shop's own systems name it. */
export const ExternalId = Type.String({ minLength: 1, maxLength: 128 });

export const TextContent = Type.Object(
  { kind: Type.Literal("text"), text: Type.String({ minLength: 1, maxLength: limits.messageLength, pattern: "\\S" }) },
  { additionalProperties: false },
);

/** A picture by the id that `POST /v1/uploads` answered; how it is sent. */
export const ImageRef = Type.Object({ kind: Type.Literal("image"), uploadId: Id }, { additionalProperties: false });

/** A picture as it is stored and shown; the size in pixels is the server's word, so that its place can be kept free. */
export const ImageContent = Type.Object(
  {
    kind: Type.Literal("image"),
    uploadId: Id,
    width: Type.Integer({ minimum: 1, maximum: limits.uploadSide }),
    height: Type.Integer({ minimum: 1, maximum: limits.uploadSide }),
  },
  { additionalProperties: false },
);

export const ProductContent = Type.Object(
  { kind: Type.Literal("product"), productId: ExternalId },
  { additionalProperties: false },
);

export const OrderContent = Type.Object(
  { kind: Type.Literal("order"), orderId: ExternalId },
  { additionalProperties: false },
);

/** What tapping a choice does: say something, ask for a person, stop waiting for one, look at a product. */
export const Choice = Type.Object(
  {
    label: Type.String({ minLength: 1, maxLength: 80 }),
    action: Type.Union([
      Type.Object({ do: Type.Literal("say"), text: Type.String({ minLength: 1, maxLength: 200 }) }),
      Type.Object({ do: Type.Literal("requestHandoff") }),
      Type.Object({ do: Type.Literal("cancelHandoff") }),
      Type.Object({ do: Type.Literal("consult"), productId: ExternalId }),
    ]),
  },
  { additionalProperties: false },
);

export const ChoicesContent = Type.Object(
  {
    kind: Type.Literal("choices"),
    text: Type.String({ minLength: 1, maxLength: limits.messageLength }),
    choices: Type.Array(Choice, { minItems: 1, maxItems: limits.choices }),
  },
  { additionalProperties: false },
);

/** Everything a message can hold. A new kind is one entry here; the compiler then lists the renderers to write. */
export const Content = Type.Union([TextContent, ImageContent, ProductContent, OrderContent, ChoicesContent]);

/** What a shopper may send. */
export const ShopperContent = Type.Union([TextContent, ImageRef]);

/** What an agent may send. */
export const AgentContent = Type.Union([TextContent, ProductContent, ImageRef]);

export type Content = Static<typeof Content>;
export type ShopperContent = Static<typeof ShopperContent>;
export type AgentContent = Static<typeof AgentContent>;
export type ContentKind = Content["kind"];
export type Choice = Static<typeof Choice>;
