import cors from "@fastify/cors";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { BehaviourBatch } from "@yiwen/shared/schema";
import { Type } from "typebox";
import type { Deps } from "../deps.ts";
import { readBehaviours } from "../shop/read-behaviours.ts";
import { shopperOf, shopperSignedIn } from "./plugins/actor.ts";
import { onlyFor, replies, success } from "./reply.ts";

const Reply = Type.Object({
  stored: Type.Integer(),
  rejected: Type.Array(Type.Object({ index: Type.Integer(), path: Type.String(), reason: Type.String() })),
});

/** `/v1/behaviours`: what a shopper did in the shop, in batches, for the agents who will talk with them. */
export const behaviourRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  await app.register(cors, { origin: true, methods: ["POST"], maxAge: 86_400 });

  app.post(
    "",
    {
      schema: {
        summary: "What a shopper did",
        tags: ["shoppers"],
        security: onlyFor.shoppers,
        body: BehaviourBatch,
        response: replies(Reply),
      },
      onRequest: shopperSignedIn(deps),
    },
    async (request) => {
      const { shop, id } = shopperOf(request);
      const { good, rejected } = readBehaviours(request.body.events, deps.clock.now());
      await deps.behaviours.save(shop, id, good);
      return success({ stored: good.length, rejected });
    },
  );
};
