import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { limits } from "@yiwen/shared";
import { Type } from "typebox";
import type { Deps } from "../deps.ts";
import type { KnownPassage } from "../dialogue/facts.ts";
import { keepAnswer } from "../shop/keep-answer.ts";
import { agentOf, shopAccess, shopOf, signedIn } from "./plugins/actor.ts";
import { accept, refusal } from "./plugins/errors.ts";
import { onlyFor, replies, success } from "./reply.ts";

const Answer = Type.Object(
  {
    question: Type.String({ minLength: 1, maxLength: 300 }),
    answer: Type.String({ minLength: 1, maxLength: limits.messageLength }),
  },
  { additionalProperties: false },
);

const Listed = Type.Object({
  documents: Type.Array(
    Type.Object({
      document: Type.String(),
      source: Type.String(),
      title: Type.String({ description: "Of its first passage" }),
      passages: Type.Integer(),
      updatedAt: Type.Optional(Type.Integer({ description: "Of its youngest passage, epoch milliseconds" })),
      oldestAt: Type.Optional(Type.Integer({ description: "Of its oldest passage, where that is another" })),
    }),
  ),
});

const Which = Type.Object({ document: Type.String({ minLength: 1, maxLength: 200 }) });

/** `/v1/knowledge`: what a shop's knowledge is made of, and agents' good answers. */
export const knowledgeDocumentRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const tags = ["knowledge"];

  app.post(
    "/answers",
    {
      schema: {
        summary: "Keep an agent's good answer, so that the bot gives it to whoever asks the same",
        tags,
        security: onlyFor.agents,
        body: Answer,
        response: replies(Which),
      },
      onRequest: signedIn(deps),
    },
    async (request) => success(accept(await keepAnswer(deps, agentOf(request).shop, request.body))),
  );

  app.get(
    "/documents",
    {
      schema: {
        summary: "The documents of the shop's knowledge",
        tags,
        security: onlyFor.shops,
        response: replies(Listed),
      },
      onRequest: shopAccess(deps),
    },
    async (request) => {
      const passages = await allPassages(deps, shopOf(request));
      const documents = [...Map.groupBy(passages, ({ document }) => document)].sort(([a], [b]) => (a < b ? -1 : 1));
      return success({ documents: documents.map(([document, some]) => ({ document, ...summaryOf(some) })) });
    },
  );

  app.delete(
    "/documents",
    {
      schema: {
        summary: "Forget a document",
        tags,
        security: onlyFor.shops,
        querystring: Which,
        response: replies(Type.Object({})),
      },
      onRequest: shopAccess(deps),
    },
    async (request) => {
      const { document } = request.query;
      const passages = await allPassages(deps, shopOf(request));
      if (!passages.some((passage) => passage.document === document)) throw refusal("not_found");
      await deps.shopData.savePassages(shopOf(request), [document], []);
      return success({});
    },
  );
};

async function allPassages({ shopData }: Deps, shop: string): Promise<KnownPassage[]> {
  const passages = (await shopData.snapshot(shop))?.passages;
  return passages ? [...passages.all("zh"), ...passages.all("en")] : [];
}

function summaryOf(passages: KnownPassage[]) {
  const [{ source = "policy", title } = { title: "" } as KnownPassage] = passages;
  return { source, title, passages: passages.length, ...datesOf(passages) };
}

/** An FAQ dates its lines one by one. */
function datesOf(passages: KnownPassage[]) {
  const dates = passages.flatMap(({ updatedAt }) => updatedAt ?? []).sort((a, b) => a - b);
  const [oldestAt, updatedAt] = [dates[0], dates.at(-1)];
  return { ...(updatedAt !== undefined && { updatedAt }), ...(oldestAt !== updatedAt && { oldestAt }) };
}
