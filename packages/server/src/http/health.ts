import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Registry } from "prom-client";
import { Type } from "typebox";
import type { Deps } from "../deps.ts";
import { refusal } from "./plugins/errors.ts";
import { replies, success } from "./reply.ts";

/** How long the store may take to answer before we count as not ready, in milliseconds. */
const patience = 2000;

/** `/healthz` the process lives, `/readyz` it can serve, `/metrics` for Prometheus. */
export const healthRoutes: FastifyPluginAsyncTypebox<{
  deps: Pick<Deps, "store" | "clock">;
  metrics: Registry;
  isClosing: () => boolean;
}> = async (app, { deps, metrics, isClosing }) => {
  const tags = ["operations"];
  const response = replies(Type.Object({}));

  app.get("/healthz", { schema: { summary: "The process lives", tags, response } }, async () => success({}));

  app.get("/readyz", { schema: { summary: "The server can serve", tags, response } }, async () => {
    if (isClosing() || !(await isReady(deps))) throw refusal("unavailable", undefined, { retryAfterMs: 1000 });
    return success({});
  });

  app.get("/metrics", { schema: { summary: "Metrics for Prometheus", tags } }, async (_, reply) => {
    reply.type(metrics.contentType);
    return metrics.metrics();
  });
};

async function isReady({ store, clock }: Pick<Deps, "store" | "clock">): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const cancel = clock.after(patience, () => resolve(false));
  const answers = store.ping().then(
    () => true,
    () => false,
  );
  const ready = await Promise.race([answers, late]);
  cancel();
  return ready;
}
