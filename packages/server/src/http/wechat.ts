import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Result } from "@yiwen/shared";
import { Type } from "typebox";
import type { Deps } from "../deps.ts";
import { isFromWechat, type PushSignature } from "../wechat-push/is-from-wechat.ts";
import { type MediaCheckPush, readPush } from "../wechat-push/read-push.ts";
import { accept, refusal } from "./plugins/errors.ts";

const Params = Type.Object({ shop: Type.String({ maxLength: 100, description: "The shop's public key" }) });
const signature = {
  signature: Type.String({ maxLength: 64 }),
  timestamp: Type.String({ maxLength: 20 }),
  nonce: Type.String({ maxLength: 64 }),
};
/** WeChat may add parameters of its own, such as the openid. */
const Signed = Type.Object(signature);
const Greeting = Type.Object({ ...signature, echostr: Type.String({ maxLength: 200 }) });

/** Largest push, in bytes. */
const pushBytes = 64 * 1024;

export type TakePush = (shop: string, push: MediaCheckPush) => Promise<Result<unknown>>;

/** `/v1/wechat/:shop`: what WeChat tells a shop's server, in plain mode, as JSON or XML. */
export const wechatRoutes: FastifyPluginAsyncTypebox<{
  deps: Pick<Deps, "directory" | "clock">;
  takePush: TakePush;
}> = async (app, { deps, takePush }) => {
  const tags = ["wechat"];
  app.removeAllContentTypeParsers();
  // WeChat's content type is not to be relied on; the body says itself what it is.
  app.addContentTypeParser("*", { parseAs: "string", bodyLimit: pushBytes }, async (_: unknown, body: string) => body);

  /** The shop's id, if it was WeChat who asked. */
  async function shopFor(publicKey: string, signed: PushSignature): Promise<string> {
    const shop = await deps.directory.shopByPublicKey(publicKey);
    const token = shop && (await deps.directory.wechatPushToken(shop.id));
    if (!shop || !token || !isFromWechat(token, signed, deps.clock.now())) throw refusal("forbidden", "not WeChat");
    return shop.id;
  }

  app.get(
    "/:shop",
    { schema: { summary: "WeChat asks whether the address is right", tags, params: Params, querystring: Greeting } },
    async ({ params, query }, reply) => {
      await shopFor(params.shop, query);
      return reply.type("text/plain; charset=utf-8").send(query.echostr);
    },
  );

  app.post(
    "/:shop",
    { schema: { summary: "WeChat tells something", tags, params: Params, querystring: Signed }, bodyLimit: pushBytes },
    async ({ params, query, body }, reply) => {
      const shop = await shopFor(params.shop, query);
      const push = readPush(typeof body === "string" ? body : "");
      if (push) accept(await takePush(shop, push));
      return reply.type("text/plain; charset=utf-8").send("success");
    },
  );
};
