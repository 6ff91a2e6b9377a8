import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { addressKey } from "../../auth/address.ts";
import type { Deps } from "../../deps.ts";
import type { Nodes } from "../../ports/nodes.ts";
import { refusal } from "./errors.ts";
import { isOfApi } from "./routes.ts";

const minute = 60_000;

/**
 * Limits what one address may ask of the API; files and probes are not counted. It stands before a route's own hooks, so
 * that who comes with wrong credentials is counted, and after those of its plugin, so that other origins may read why.
 */
export const rateLimitPlugin = fastifyPlugin(
  async (app: FastifyInstance, { deps }: { deps: Pick<Deps, "limits"> }) => {
    await app.register(rateLimit, {
      global: false,
      max: deps.limits.requestsPerMinute,
      timeWindow: minute,
      keyGenerator: (request) => addressKey(request.ip),
      errorResponseBuilder: (_request, { ttl }) => refusal("rate_limited", undefined, { retryAfterMs: ttl }),
    });
    const limit = app.rateLimit();
    app.addHook("onRoute", (route) => {
      if (isOfApi(route.url)) route.onRequest = [limit, ...[route.onRequest ?? []].flat()];
    });
  },
  { name: "yiwen-rate-limit" },
);

/**
 * Counts a sign-in attempt against its address and its email, whichever of the two is guessed at. With several nodes all
 * of them count together, so that a guesser gains nothing by going from one to the next; while they can't, each for itself.
 */
export function createLoginLimit(app: FastifyInstance, max: number, nodes?: Pick<Nodes, "count">) {
  const timeWindow = minute;
  const ofAddress = app.createRateLimit({ max, timeWindow });
  const ofEmail = app.createRateLimit({ max, timeWindow, keyGenerator: emailOf });
  return async (request: FastifyRequest): Promise<void> => {
    for (const limit of [ofAddress, ofEmail]) {
      const state = await limit(request);
      if (!state.isAllowed && state.isExceeded) throw refusal("rate_limited", undefined, { retryAfterMs: state.ttl });
    }
    for (const key of [`address ${addressKey(request.ip)}`, `email ${emailOf(request)}`]) {
      const attempts = (await nodes?.count(`login ${key}`, minute)) ?? 0;
      if (attempts > max) throw refusal("rate_limited", undefined, { retryAfterMs: minute });
    }
  };
}

/** Counts what each sender asks of a route, a minute; only behind a sign-in. */
export function createSenderLimit(
  app: FastifyInstance,
  max: number,
  keyGenerator: (request: FastifyRequest) => string,
) {
  const limit = app.createRateLimit({ max, timeWindow: minute, keyGenerator });
  return async (request: FastifyRequest): Promise<void> => {
    const state = await limit(request);
    if (!state.isAllowed && state.isExceeded) throw refusal("rate_limited", undefined, { retryAfterMs: state.ttl });
  };
}

function emailOf({ body }: FastifyRequest): string {
  return (body as { email: string }).email.toLowerCase();
}
