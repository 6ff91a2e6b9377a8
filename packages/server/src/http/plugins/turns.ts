import type { FastifyReply, FastifyRequest } from "fastify";
import { refusal } from "./errors.ts";

type Turns = {
  /** Requests that may be under way at once with the same key. */
  most: number;
  keyOf(request: FastifyRequest): string;
  /** What one too many is told. */
  code: "overloaded" | "rate_limited";
};

/** Lets so many in until they are answered, and tells the others to come again; what they still send is not listened to. */
export function createTurns({ most, keyOf, code }: Turns) {
  const underWay = new Map<string, number>();
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const key = keyOf(request);
    const count = underWay.get(key) ?? 0;
    if (count >= most) {
      reply.header("connection", "close");
      throw refusal(code, undefined, { retryAfterMs: 1000 });
    }
    underWay.set(key, count + 1);
    reply.raw.once("close", () => {
      const left = (underWay.get(key) ?? 1) - 1;
      if (left > 0) underWay.set(key, left);
      else underWay.delete(key);
    });
  };
}
