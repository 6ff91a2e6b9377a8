import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { Deps } from "../deps.ts";
import { importKnowledge } from "../shop/import-knowledge.ts";
import { importBytes, Outcome } from "./imports.ts";
import { shopAccess, shopOf } from "./plugins/actor.ts";
import { onlyFor, replies, success } from "./reply.ts";

const Documents = Type.Object(
  {
    documents: Type.Array(
      Type.Object(
        {
          document: Type.String({ minLength: 1, maxLength: 200, description: "Its name; the same name replaces it" }),
          markdown: Type.String({ maxLength: 2_000_000 }),
          url: Type.Optional(Type.String({ maxLength: 2048, pattern: "^(https?://|/)" })),
          language: Type.Optional(Type.Union([Type.Literal("zh"), Type.Literal("en")])),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 1000 },
    ),
  },
  { additionalProperties: false },
);

/** `/v1/knowledge`: policies and FAQ as Markdown. */
export const knowledgeRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.post(
    "/import",
    {
      schema: {
        summary: "Import policies and FAQ",
        tags: ["imports"],
        security: onlyFor.shops,
        body: Documents,
        response: replies(Outcome),
      },
      bodyLimit: importBytes,
      onRequest: shopAccess(deps),
    },
    async (request) => success(await importKnowledge(deps.shopData, shopOf(request), request.body.documents)),
  );
};
