import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { Deps } from "../deps.ts";
import { agentOf, signedIn } from "./plugins/actor.ts";
import { onlyFor, replies, success } from "./reply.ts";

const Given = Type.Object(
  {
    appId: Type.String({ pattern: "^[\\w-]{1,64}$", description: "The mini-program's AppID" }),
    appSecret: Type.String({ pattern: "^[\\x21-\\x7e]{1,128}$", description: "Its AppSecret; kept, never shown" }),
    pushToken: Type.Optional(
      Type.String({
        pattern: "^[A-Za-z0-9]{3,32}$",
        description: "The Token of the mini-program's message push; without one the one there is stays",
      }),
    ),
  },
  { additionalProperties: false },
);

const Reply = Type.Object({
  appId: Type.Optional(Type.String()),
  hasPushToken: Type.Boolean({ description: "Whether what WeChat pushes can be told from what others send" }),
});

/** `/v1/settings/wechat`: the shop's mini-program. Its secrets are written here and read nowhere. */
export const wechatSettingsRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const tags = ["settings"];
  const security = onlyFor.agents;
  const onRequest = signedIn(deps, { supervisor: true });

  async function shown(shop: string) {
    const { directory } = deps;
    const [known, pushToken] = await Promise.all([directory.wechatApp(shop), directory.wechatPushToken(shop)]);
    return success({ ...(known && { appId: known.appId }), hasPushToken: pushToken !== undefined });
  }

  app.get(
    "",
    { schema: { summary: "The shop's mini-program", tags, security, response: replies(Reply) }, onRequest },
    (request) => shown(agentOf(request).shop),
  );

  app.put(
    "",
    { schema: { summary: "Set the mini-program", tags, security, body: Given, response: replies(Reply) }, onRequest },
    async (request) => {
      const { shop } = agentOf(request);
      await deps.directory.saveWechatApp(shop, request.body);
      return shown(shop);
    },
  );
};
