import multipart from "@fastify/multipart";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { cut, knowledgeFileBytes } from "@yiwen/shared";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Deps } from "../deps.ts";
import { importKnowledge } from "../shop/import-knowledge.ts";
import { importKnowledgeFiles, type KnowledgeFile } from "../shop/import-knowledge-files.ts";
import { importBytes, Outcome } from "./imports.ts";
import { shopAccess, shopOf } from "./plugins/actor.ts";
import { refusal } from "./plugins/errors.ts";
import { onlyFor, replies, success } from "./reply.ts";

const Language = Type.Union([Type.Literal("zh"), Type.Literal("en")]);
/** What agents answered well is kept one by one, not imported. */
const Source = Type.Union([Type.Literal("policy"), Type.Literal("faq"), Type.Literal("product")]);
const mostFiles = 100;

const About = Type.Object({
  language: Type.Optional(Language),
  source: Type.Optional(Source),
  url: Type.Optional(Type.String({ maxLength: 2048, pattern: "^(https?://|/)" })),
});

const Documents = Type.Object(
  {
    documents: Type.Array(
      Type.Object(
        {
          document: Type.String({ minLength: 1, maxLength: 200, description: "Its name; the same name replaces it" }),
          markdown: Type.String({ maxLength: 2_000_000 }),
          url: Type.Optional(Type.String({ maxLength: 2048, pattern: "^(https?://|/)" })),
          language: Type.Optional(Language),
          source: Type.Optional(Source),
          updatedAt: Type.Optional(Type.Integer({ minimum: 0, maximum: 8.64e15, description: "Epoch milliseconds" })),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 1000 },
    ),
  },
  { additionalProperties: false },
);

/** `/v1/knowledge`: policies, FAQ and product texts, as Markdown or as files. */
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
  await app.register(fileRoutes, { deps });
};

/** In a context of its own: only here is a body made of parts. */
const fileRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  // One byte more than may be, so that what is over the limit is reported and not cut.
  await app.register(multipart, { limits: { fileSize: knowledgeFileBytes + 1, files: mostFiles, fields: 0 } });
  app.post(
    "/files",
    {
      schema: {
        summary: "Import files: Markdown, HTML, plain text, FAQ as CSV, PDF, DOCX",
        tags: ["imports"],
        security: onlyFor.shops,
        consumes: ["multipart/form-data"],
        querystring: About,
        response: replies(Outcome),
      },
      bodyLimit: 5 * knowledgeFileBytes,
      onRequest: shopAccess(deps),
    },
    async (request) => {
      const files = await filesOf(request);
      return success(await importKnowledgeFiles(deps, shopOf(request), { files, about: request.query }));
    },
  );
};

async function filesOf(request: FastifyRequest): Promise<KnowledgeFile[]> {
  const files: KnowledgeFile[] = [];
  let left = 5 * knowledgeFileBytes;
  for await (const part of request.files({ throwFileSizeLimit: false })) {
    const bytes = await part.toBuffer();
    left -= bytes.length;
    if (left < 0) throw refusal("invalid_input", "send less than 100 MB at once");
    files.push({ name: cut(part.filename.replaceAll("\0", ""), 200), bytes });
  }
  if (files.length === 0) throw refusal("invalid_input", "send the files as parts of a multipart/form-data body");
  return files;
}
