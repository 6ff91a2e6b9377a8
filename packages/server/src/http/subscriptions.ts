import cors from "@fastify/cors";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { Deps } from "../deps.ts";
import { shopperOf, shopperSignedIn } from "./plugins/actor.ts";
import { refusal } from "./plugins/errors.ts";
import { onlyFor, replies, success } from "./reply.ts";

const Request = Type.Object(
  { templateId: Type.String({ minLength: 1, maxLength: 64, description: "The shop's, as its session names it" }) },
  { additionalProperties: false },
);

/** `/v1/subscriptions`: the shopper tapped that one message of this template may be sent to them. */
export const subscriptionRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  await app.register(cors, { origin: true, methods: ["POST"], maxAge: 86_400 });

  app.post(
    "",
    {
      schema: {
        summary: "Count one permission to send the shopper a message",
        tags: ["shoppers"],
        security: onlyFor.shoppers,
        body: Request,
        response: replies(Type.Object({ granted: Type.Integer({ description: "How many there are now" }) })),
      },
      onRequest: shopperSignedIn(deps),
    },
    async (request) => {
      const { shop, id, channel } = shopperOf(request);
      const { templateId } = request.body;
      const own = (await deps.shopData.snapshot(shop))?.settings.weapp.replyTemplateId;
      if (channel !== "weapp") throw refusal("forbidden", "only a session of the mini-program can be told");
      if (templateId !== own)
        throw refusal("invalid_input", "this is not the shop's template", { path: "/templateId" });
      return success({ granted: await deps.subscriptions.grant(shop, id, templateId) });
    },
  );
};
