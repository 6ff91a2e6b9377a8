import type { FastifyInstance } from "fastify";
import fastifyPlugin from "fastify-plugin";
import type { Admission } from "../../gateway/admission.ts";
import { refusal } from "./errors.ts";
import { isOfApi } from "./routes.ts";

/** What WeChat tells is not sent again for long, and is little. */
const isSheddable = (route: string | undefined) => isOfApi(route) && !route?.startsWith("/v1/wechat/");

/** While the node has no room for commands, the API takes no requests either. */
export const shedPlugin = fastifyPlugin(
  async (app: FastifyInstance, { admission }: { admission: Pick<Admission, "isOverloaded" | "retryAfterMs"> }) => {
    app.addHook("onRequest", async (request) => {
      if (admission.isOverloaded() && isSheddable(request.routeOptions.url))
        throw refusal("overloaded", undefined, { retryAfterMs: admission.retryAfterMs() });
    });
  },
  { name: "yiwen-shed", dependencies: ["yiwen-errors"] },
);
