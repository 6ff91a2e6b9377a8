import type { FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";
import {
  type AgentActor,
  actorOfAgentToken,
  actorOfShopperToken,
  agentTokenFrom,
  bearerFrom,
  type ShopperActor,
} from "../../auth/actor.ts";
import { hashKey } from "../../auth/keys.ts";
import type { Deps } from "../../deps.ts";
import { accept, refusal } from "./errors.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The agent who asks, on routes behind `signedIn`. */
    agent: AgentActor | undefined;
    /** The shopper who asks, on routes behind `shopperSignedIn`. */
    shopper: ShopperActor | undefined;
    /** The shop whose data may be changed, on routes behind `shopAccess`. */
    shop: string | undefined;
  }
}

type Needs = Pick<Deps, "clock" | "directory">;

/** Where the hooks below leave who is asking. */
export const actorPlugin = fastifyPlugin(
  async (app) => {
    app.decorateRequest("agent", undefined);
    app.decorateRequest("shopper", undefined);
    app.decorateRequest("shop", undefined);
  },
  { name: "yiwen-actor" },
);

/** Lets agents pass, or supervisors only. Runs before the body is read, so strangers can't send large ones. */
export function signedIn(deps: Needs, { supervisor = false } = {}) {
  return async (request: FastifyRequest): Promise<void> => {
    const token = agentTokenFrom(request.headers);
    if (!token) throw refusal("unauthorized");
    refuseOtherSites(request);
    const agent = accept(await actorOfAgentToken(deps, token));
    if (supervisor && agent.role !== "supervisor") throw refusal("forbidden", "only supervisors may do that");
    request.agent = agent;
    request.shop = agent.shop;
  };
}

/** Lets a shopper pass, by the token of their session. */
export function shopperSignedIn(deps: Parameters<typeof actorOfShopperToken>[0]) {
  return async (request: FastifyRequest): Promise<void> => {
    const token = bearerFrom(request.headers.authorization);
    if (!token) throw refusal("unauthorized");
    const shopper = accept(await actorOfShopperToken(deps, token));
    if (shopper.expiresAt <= deps.clock.now()) throw refusal("token_expired");
    request.shopper = shopper;
    request.shop = shopper.shop;
  };
}

/** Lets the shop's secret key or a supervisor pass. */
export function shopAccess(deps: Needs) {
  const supervisor = signedIn(deps, { supervisor: true });
  return async (request: FastifyRequest): Promise<void> => {
    const key = bearerFrom(request.headers.authorization);
    if (!key?.startsWith("sk_")) return supervisor(request);
    const shop = await deps.directory.shopBySecretKeyHash(hashKey(key));
    if (!shop) throw refusal("unauthorized");
    request.shop = shop.id;
  };
}

/** The agent who asks; only behind `signedIn`. */
export function agentOf(request: FastifyRequest): AgentActor {
  if (!request.agent) throw refusal("unauthorized");
  return request.agent;
}

/** The shopper who asks; only behind `shopperSignedIn`. */
export function shopperOf(request: FastifyRequest): ShopperActor {
  if (!request.shopper) throw refusal("unauthorized");
  return request.shopper;
}

/** The shop whose data may be changed; only behind `shopAccess` or `signedIn`. */
export function shopOf(request: FastifyRequest): string {
  if (!request.shop) throw refusal("unauthorized");
  return request.shop;
}

/**
 * SameSite=Strict keeps the cookie from other sites, not from other hosts of the same site; the browser itself says
 * where a request comes from.
 */
function refuseOtherSites({ headers, method }: FastifyRequest): void {
  const from = headers["sec-fetch-site"];
  const isForeign = from === "cross-site" || from === "same-site";
  if (isForeign && !headers.authorization && method !== "GET") {
    throw refusal("forbidden", "this may only be asked from the console's own pages");
  }
}
