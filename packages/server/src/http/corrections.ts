import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { Deps } from "../deps.ts";
import { askFor, intents } from "../nlu/intents/registry.ts";
import { correctionsKept } from "../ports/corrections.ts";
import { agentOf, signedIn } from "./plugins/actor.ts";
import { refusal } from "./plugins/errors.ts";
import { onlyFor, replies, success } from "./reply.ts";

const Intents = Type.Object({
  intents: Type.Array(
    Type.Object({
      name: Type.String(),
      ask: Type.Object({ "zh-CN": Type.String(), en: Type.String() }, { description: "Its plain question" }),
    }),
  ),
});

const Listed = Type.Object({
  limit: Type.Integer(),
  corrections: Type.Array(
    Type.Object({
      id: Type.String(),
      text: Type.String(),
      intent: Type.String(),
      by: Type.Object({ id: Type.String(), name: Type.String() }),
      conversationId: Type.String(),
      messageId: Type.String(),
      at: Type.Number({ description: "Epoch milliseconds" }),
    }),
  ),
});

const Which = Type.Object({ id: Type.String({ minLength: 1, maxLength: 64 }) });

/** `/v1/corrections`: what agents said that messages were, and what can be said. */
export const correctionRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const tags = ["corrections"];
  const security = onlyFor.agents;

  app.get(
    "/intents",
    {
      schema: { summary: "What a message can be corrected to", tags, security, response: replies(Intents) },
      onRequest: signedIn(deps),
    },
    async () =>
      success({
        intents: intents.map((name) => ({ name, ask: { "zh-CN": askFor(name, "zh"), en: askFor(name, "en") } })),
      }),
  );

  app.get(
    "",
    {
      schema: { summary: "The shop's corrections, newest first", tags, security, response: replies(Listed) },
      onRequest: signedIn(deps, { supervisor: true }),
    },
    async (request) =>
      success({ limit: correctionsKept, corrections: await deps.corrections.list(agentOf(request).shop) }),
  );

  app.delete(
    "/:id",
    {
      schema: { summary: "Forget a correction", tags, security, params: Which, response: replies(Type.Object({})) },
      onRequest: signedIn(deps, { supervisor: true }),
    },
    async (request) => {
      if (!(await deps.corrections.remove(agentOf(request).shop, request.params.id))) throw refusal("not_found");
      return success({});
    },
  );
};
