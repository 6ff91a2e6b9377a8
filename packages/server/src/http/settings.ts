import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { ShopSettings } from "@yiwen/shared/schema";
import { Type } from "typebox";
import type { Deps } from "../deps.ts";
import { readSettings } from "../shop/read-settings.ts";
import { agentOf, signedIn } from "./plugins/actor.ts";
import { accept, refusal } from "./plugins/errors.ts";
import { onlyFor, replies, success } from "./reply.ts";

/** `/v1/settings`: what a supervisor may set. What is left out of a change goes back to its default. */
export const settingsRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const tags = ["settings"];
  const onRequest = signedIn(deps, { supervisor: true });
  const Reply = Type.Object({ settings: ShopSettings });

  app.get(
    "",
    { schema: { summary: "The shop's settings", tags, security: onlyFor.agents, response: replies(Reply) }, onRequest },
    async (request) => {
      const shop = await deps.directory.shop(agentOf(request).shop);
      if (!shop) throw refusal("unauthorized");
      return success({ settings: shop.settings });
    },
  );

  app.put(
    "",
    {
      schema: {
        summary: "Replace the settings",
        tags,
        security: onlyFor.agents,
        body: Type.Partial(ShopSettings),
        response: replies(Reply),
      },
      // Its own check completes what is left out first, and says more than a schema can.
      validatorCompiler: () => (value: unknown) => ({ value }),
      onRequest,
    },
    async (request) => {
      const settings = accept(readSettings(request.body));
      const { shop } = agentOf(request);
      await deps.directory.saveSettings(shop, settings);
      deps.shopData.changed(shop, "settings");
      return success({ settings });
    },
  );
};
