import cors from "@fastify/cors";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { isOriginAllowed } from "../auth/origins.ts";
import { signInShopper } from "../auth/shopper-sign-in.ts";
import type { Deps } from "../deps.ts";
import type { Recognised } from "../ports/directory.ts";
import { accept, refusal } from "./plugins/errors.ts";
import { replies, success } from "./reply.ts";

const Locale = Type.Union([Type.Literal("zh-CN"), Type.Literal("en")]);

const Request = Type.Object(
  {
    shop: Type.String({ minLength: 1, maxLength: 100, description: "The shop's public key" }),
    channel: Type.Union([Type.Literal("web"), Type.Literal("weapp")]),
    locale: Type.Optional(Locale),
    resume: Type.Optional(Type.String({ maxLength: 100, description: "From an earlier session of this browser" })),
    identity: Type.Optional(
      Type.String({
        maxLength: 4096,
        description: "A JWT (HS256) signed with the shop's identity secret: sub, exp, name?",
      }),
    ),
    code: Type.Optional(
      Type.String({ minLength: 1, maxLength: 256, description: "From wx.login; on channel weapp this or identity" }),
    ),
  },
  { additionalProperties: false },
);

const Session = Type.Object({
  token: Type.String(),
  expiresAt: Type.Number({ description: "Epoch milliseconds" }),
  shopperId: Type.String(),
  resume: Type.String(),
  shop: Type.Object({
    name: Type.String(),
    accent: Type.String(),
    radius: Type.Number(),
    locale: Locale,
    weapp: Type.Optional(
      Type.Object({ replyTemplateId: Type.Optional(Type.String()), contactFallback: Type.Boolean() }),
    ),
  }),
});

type Options = { deps: Deps; onRecognised: (recognised: Recognised) => void };

/** `/v1/sessions`: a shopper's token for a shop. */
export const sessionRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { deps, onRecognised }) => {
  // The widget runs on the shop's pages, which are other origins. Any of them may read the answer, so that a shop sees
  // why it was refused; a token is only in the answer when the shop lists the origin. No cookies are involved.
  await app.register(cors, { origin: true, methods: ["POST"], maxAge: 86_400 });

  app.post(
    "",
    {
      schema: { summary: "A shopper's session", tags: ["shoppers"], body: Request, response: replies(Session) },
    },
    async (request) => {
      const shop = await deps.directory.shopByPublicKey(request.body.shop);
      if (!shop) throw refusal("shop_not_found");
      const { origin } = request.headers;
      if (!isOriginAllowed(shop, origin, request.body.channel)) {
        throw refusal("origin_not_allowed", `${origin} is not on the shop's list of allowed origins`);
      }
      const { session, recognised } = accept(await signInShopper(deps, shop, request.body));
      onRecognised(recognised);
      return success(session);
    },
  );
};
