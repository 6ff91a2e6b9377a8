import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Deps } from "../deps.ts";
import { decodeText } from "../imports/decode-text.ts";
import { importCatalogue } from "../shop/import-catalogue.ts";
import { importOrders } from "../shop/import-orders.ts";
import type { ImportFile, ImportFormat } from "../shop/import-report.ts";
import { shopAccess, shopOf } from "./plugins/actor.ts";
import { refusal } from "./plugins/errors.ts";
import { onlyFor, replies, success } from "./reply.ts";

/** Largest file, in bytes. */
export const importBytes = 20 * 1024 * 1024;

const formats: Record<string, ImportFormat> = { "application/json": "json", "text/csv": "csv" };

export const Outcome = Type.Object({
  rows: Type.Integer(),
  imported: Type.Integer(),
  rejected: Type.Array(
    Type.Object({
      file: Type.Optional(Type.String()),
      line: Type.Integer(),
      field: Type.String(),
      reason: Type.String(),
      value: Type.Optional(Type.String()),
    }),
  ),
  ignored: Type.Array(Type.String()),
});

/** `/v1/catalog` and `/v1/orders`: files as the shop's systems write them, read row by row. */
export const importRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  // The reports name lines of the file, so the file comes as it is, JSON too.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    Object.keys(formats),
    { parseAs: "buffer", bodyLimit: importBytes },
    async (_: unknown, body: Buffer) => body,
  );

  const route = (summary: string, run: ImportFile) => ({
    schema: {
      summary,
      tags: ["imports"],
      security: onlyFor.shops,
      consumes: Object.keys(formats),
      response: replies(Outcome),
    },
    bodyLimit: importBytes,
    onRequest: shopAccess(deps),
    handler: async (request: FastifyRequest) => success(await run(deps, shopOf(request), fileOf(request))),
  });

  app.post("/catalog/import", route("Import goods", importCatalogue));
  app.post("/orders/import", route("Import orders", importOrders));
};

function fileOf({ body, headers }: FastifyRequest): { text: string; format: ImportFormat } {
  const format = formats[headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? ""];
  if (!format || !Buffer.isBuffer(body) || body.length === 0) {
    throw refusal("invalid_input", "send the file as application/json or text/csv");
  }
  return { text: withoutNull(decodeText(body), format), format };
}

/** A file may hold null characters, as JSON's escapes too; PostgreSQL takes them in no text. */
function withoutNull(text: string, format: ImportFormat): string {
  const plain = text.includes("\0") ? text.replaceAll("\0", "") : text;
  return format === "json" ? plain.replace(/(?<!\\)((?:\\\\)*)\\u0000/g, "$1") : plain;
}
