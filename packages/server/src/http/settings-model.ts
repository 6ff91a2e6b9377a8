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
      description: "Such as https://api.deepseek.com/v1",
    }),
    apiKey: Type.String({ pattern: "^[\\x21-\\x7e]{1,512}$", description: "Its key; kept, never shown" }),
    model: Type.String({ pattern: "^\\S{1,200}$", description: "The model's name there" }),
  },
  { additionalProperties: false },
);

const Count = Type.Integer({ minimum: 0 });
const Reply = Type.Object({
  from: Type.Union([Type.Literal("shop"), Type.Literal("server"), Type.Literal("none")]),
  baseUrl: Type.Optional(Type.String({ description: "Of the shop's own model" })),
  model: Type.Optional(Type.String()),
  state: Type.Optional(Type.Union([Type.Literal("ready"), Type.Literal("down"), Type.Literal("overBudget")])),
  today: Type.Object({
    day: Type.String(),
    calls: Count,
    inputTokens: Count,
    outputTokens: Count,
    money: Type.Number({ description: "By the prices in the settings" }),
  }),
});

/** `/v1/settings/model`: the shop's language model and what it was used for today. Its key is written here and read nowhere. */
export const modelSettingsRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const tags = ["settings"];
  const security = onlyFor.agents;
  const onRequest = signedIn(deps, { supervisor: true });

  async function shown(shopId: string) {
    const shop = await deps.shopData.snapshot(shopId);
    if (!shop) throw refusal("unauthorized");
    const [found, today] = await Promise.all([deps.models.of(shop), deps.models.today(shop)]);
    const { cost, ...counted } = today;
    const isOwn = found?.from === "shop";
    return success({
      from: found?.from ?? ("none" as const),
      // The server's own address is its operator's business.
      ...(isOwn && { baseUrl: found.access.baseUrl }),
      ...(found && { model: found.access.model, state: found.state }),
      today: { ...counted, money: cost / 1e6 },
    });
  }

  app.get(
    "",
    { schema: { summary: "The shop's language model", tags, security, response: replies(Reply) }, onRequest },
    (request) => shown(agentOf(request).shop),
  );

  app.put(
    "",
    { schema: { summary: "Set the language model", tags, security, body: Given, response: replies(Reply) }, onRequest },
    async (request) => {
      const { shop } = agentOf(request);
      const { baseUrl } = request.body;
      if (!isPublicEndpoint(baseUrl)) throw refusal("invalid_input", "baseUrl must be https on a public host");
      await deps.modelStore.saveAccess(shop, { ...request.body, baseUrl: baseUrl.replace(/\/$/, "") });
      deps.shopData.changed(shop, "settings");
      return shown(shop);
    },
  );

  app.delete(
    "",
    { schema: { summary: "Use the server's model again", tags, security, response: replies(Reply) }, onRequest },
    async (request) => {
      const { shop } = agentOf(request);
      await deps.modelStore.saveAccess(shop, undefined);
      deps.shopData.changed(shop, "settings");
      return shown(shop);
    },
  );
};
