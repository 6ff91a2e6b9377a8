import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { Deps } from "../deps.ts";
import { isPublicEndpoint } from "../model/allowed-url.ts";
import { agentOf, signedIn } from "./plugins/actor.ts";
import { refusal } from "./plugins/errors.ts";
import { onlyFor, replies, success } from "./reply.ts";

const Given = Type.Object(
  {
    baseUrl: Type.String({
      pattern: "^https://[^\\s?#]+$",
      maxLength: 500,
      description: "Such as https://dashscope.aliyuncs.com/compatible-mode/v1",
    }),
    apiKey: Type.String({ pattern: "^[\\x21-\\x7e]{1,512}$", description: "Its key; kept, never shown" }),
    model: Type.String({ pattern: "^\\S{1,200}$", description: "The name there of a model that makes vectors" }),
    dimensions: Type.Optional(
      Type.Integer({ minimum: 8, maximum: 4096, description: "How many numbers a vector has, where it can be chosen" }),
    ),
  },
  { additionalProperties: false },
);

const Reply = Type.Object({
  from: Type.Union([Type.Literal("shop"), Type.Literal("server"), Type.Literal("none")]),
  baseUrl: Type.Optional(Type.String({ description: "Of the shop's own endpoint" })),
  model: Type.Optional(Type.String()),
  dimensions: Type.Optional(Type.Integer()),
  state: Type.Optional(Type.Union([Type.Literal("ready"), Type.Literal("down"), Type.Literal("overBudget")])),
  passages: Type.Integer({ minimum: 0 }),
  made: Type.Integer({ minimum: 0, description: "Passages that have a vector of this model" }),
});

/** `/v1/settings/embedding`: where the shop's passages become vectors, and how many have. Its key is read nowhere. */
export const embeddingSettingsRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const tags = ["settings"];
  const security = onlyFor.agents;
  const onRequest = signedIn(deps, { supervisor: true });
  const response = replies(Reply);

  async function shown(shopId: string) {
    const shop = await deps.shopData.snapshot(shopId);
    if (!shop) throw refusal("unauthorized");
    const found = await deps.embeddings.of(shop);
    const passages = shop.passages.size;
    if (!found) return success({ from: "none" as const, passages, made: 0 });
    const { access, space, from } = found;
    const [state, made] = await Promise.all([deps.embeddings.stateOf(shop), deps.vectors.count(shopId, space)]);
    return success({
      from,
      // The server's own address is its operator's business.
      ...(from === "shop" && { baseUrl: access.baseUrl }),
      model: access.model,
      ...(access.dimensions !== undefined && { dimensions: access.dimensions }),
      ...(state && { state }),
      passages,
      made,
    });
  }

  app.get(
    "",
    { schema: { summary: "The shop's endpoint of vectors", tags, security, response }, onRequest },
    (request) => shown(agentOf(request).shop),
  );

  app.put(
    "",
    { schema: { summary: "Set the endpoint of vectors", tags, security, body: Given, response }, onRequest },
    async (request) => {
      const { shop } = agentOf(request);
      const { baseUrl } = request.body;
      if (!isPublicEndpoint(baseUrl)) throw refusal("invalid_input", "baseUrl must be https on a public host");
      await deps.vectors.saveAccess(shop, { ...request.body, baseUrl: baseUrl.replace(/\/$/, "") });
      deps.shopData.changed(shop, "settings");
      return shown(shop);
    },
  );

  app.delete(
    "",
    { schema: { summary: "Use the server's endpoint of vectors again", tags, security, response }, onRequest },
    async (request) => {
      const { shop } = agentOf(request);
      await deps.vectors.saveAccess(shop, undefined);
      deps.shopData.changed(shop, "settings");
      return shown(shop);
    },
  );
};
