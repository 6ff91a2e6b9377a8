import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { AgentSession } from "@yiwen/shared";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { agentCookie, agentTokenFrom } from "../auth/actor.ts";
import { signInAgent } from "../auth/agent-sign-in.ts";
import { publicShop } from "../auth/public-shop.ts";
import type { Deps } from "../deps.ts";
import type { AgentRecord } from "../ports/directory.ts";
import type { Listeners } from "../ports/listeners.ts";
import { agentOf, signedIn } from "./plugins/actor.ts";
import { accept, refusal } from "./plugins/errors.ts";
import { createLoginLimit } from "./plugins/rate-limit.ts";
import { onlyFor, replies, success } from "./reply.ts";

const Role = Type.Union([Type.Literal("agent"), Type.Literal("supervisor")]);

const Credentials = Type.Object(
  { email: Type.String({ minLength: 3, maxLength: 254 }), password: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
);

const Session = Type.Object({
  token: Type.String(),
  expiresAt: Type.Number({ description: "Epoch milliseconds" }),
  agent: Type.Object({ id: Type.String(), name: Type.String(), email: Type.String(), role: Role }),
  shop: Type.Object({
    id: Type.String(),
    publicKey: Type.String(),
    name: Type.String(),
    accent: Type.String(),
    radius: Type.Number(),
    locale: Type.Union([Type.Literal("zh-CN"), Type.Literal("en")]),
    suggests: Type.Boolean({ description: "Whether a language model proposes replies" }),
  }),
});

const Colleagues = Type.Object({
  agents: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), role: Role })),
});

type Options = { deps: Deps; https: boolean; listeners: Pick<Listeners, "endAgentSession"> };

/** `/v1/agents`: signing in and out, and who the colleagues are. */
export const agentRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { deps, https, listeners }) => {
  const tags = ["agents"];
  const limitLogins = createLoginLimit(app, deps.limits.loginsPerMinute, deps.nodes);

  app.post(
    "/sessions",
    { schema: { summary: "Sign in", tags, body: Credentials, response: replies(Session) }, preHandler: limitLogins },
    async (request, reply) => {
      const { token, expiresAt, agent } = accept(await signInAgent(deps, request.body));
      setCookie(reply, token, { expiresAt, secure: https || request.protocol === "https" });
      return success(await describe(deps, { token, expiresAt, agent }));
    },
  );

  app.delete(
    "/sessions",
    {
      schema: { summary: "Sign out", tags, security: onlyFor.agents, response: replies(Type.Object({})) },
      onRequest: signedIn(deps),
    },
    async (request, reply) => {
      const { session } = agentOf(request);
      await deps.directory.endAgentSession(session);
      listeners.endAgentSession(session);
      reply.clearCookie(agentCookie, { path: "/" });
      return success({});
    },
  );

  app.get(
    "/me",
    {
      schema: { summary: "Who is signed in", tags, security: onlyFor.agents, response: replies(Session) },
      onRequest: signedIn(deps),
    },
    async (request) => {
      const { shop, id, expiresAt } = agentOf(request);
      const agent = await deps.directory.agent(shop, id);
      if (!agent) throw refusal("unauthorized");
      return success(await describe(deps, { token: tokenOf(request), expiresAt, agent }));
    },
  );

  app.get(
    "",
    {
      schema: { summary: "The shop's agents", tags, security: onlyFor.agents, response: replies(Colleagues) },
      onRequest: signedIn(deps),
    },
    async (request) => {
      const agents = await deps.directory.agents(agentOf(request).shop);
      return success({ agents: agents.map(({ id, name, role }) => ({ id, name, role })) });
    },
  );
};

function tokenOf({ headers }: FastifyRequest): string {
  return agentTokenFrom(headers) ?? "";
}

function setCookie(reply: FastifyReply, token: string, { expiresAt, secure }: { expiresAt: number; secure: boolean }) {
  reply.setCookie(agentCookie, token, {
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure,
    expires: new Date(expiresAt),
  });
}

async function describe(
  { directory, shopData, models }: Deps,
  { token, expiresAt, agent }: { token: string; expiresAt: number; agent: AgentRecord },
): Promise<AgentSession> {
  const shop = await directory.shop(agent.shop);
  if (!shop) throw refusal("unauthorized");
  const snapshot = shop.settings.model.suggest ? await shopData.snapshot(shop.id) : undefined;
  const suggests = snapshot !== undefined && (await models.of(snapshot)) !== undefined;
  const { id, name, email, role } = agent;
  return {
    token,
    expiresAt,
    agent: { id, name, email, role },
    shop: { id: shop.id, publicKey: shop.publicKey, ...publicShop(shop), suggests },
  };
}
