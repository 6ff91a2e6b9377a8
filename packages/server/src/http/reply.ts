import { type ErrorCode, errors } from "@yiwen/shared";
import { type TSchema, Type } from "typebox";

const ErrorReply = Type.Object({
  ok: Type.Literal(false),
  error: Type.Object({
    code: Type.Unsafe<ErrorCode>(Type.String({ enum: Object.keys(errors) })),
    message: Type.String(),
    retryable: Type.Boolean(),
    retryAfterMs: Type.Optional(Type.Number()),
    path: Type.Optional(Type.String()),
  }),
});

/** The `response` part of a route's schema: `{ ok: true, data }`, and the one shape of every refusal. */
export function replies<T extends TSchema>(data: T) {
  return { 200: Type.Object({ ok: Type.Literal(true), data }), "4xx": ErrorReply, "5xx": ErrorReply };
}

/** A success as a route answers it. */
export function success<T>(data: T): { ok: true; data: T } {
  return { ok: true, data };
}

/** The `security` part of a route's schema: who may ask. */
export const onlyFor = { agents: [{ agent: [] }], shoppers: [{ shopper: [] }], shops: [{ shop: [] }] };
