import cookie from "@fastify/cookie";
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import type { FastifyInstance } from "fastify";
import type { Registry } from "prom-client";
import type { Deps } from "../deps.ts";
import { agentRoutes } from "./agents.ts";
import { behaviourRoutes } from "./behaviours.ts";
import { docsPlugin } from "./docs.ts";
import { healthRoutes } from "./health.ts";
import { importRoutes } from "./imports.ts";
import { knowledgeRoutes } from "./knowledge.ts";
import { actorPlugin } from "./plugins/actor.ts";
import { errorsPlugin } from "./plugins/errors.ts";
import { rateLimitPlugin } from "./plugins/rate-limit.ts";
import { securityHeadersPlugin } from "./plugins/security-headers.ts";
import { sessionRoutes } from "./sessions.ts";
import { settingsRoutes } from "./settings.ts";
import { staticFiles } from "./static-files.ts";
import { type Storefront, storefrontRoutes } from "./storefront.ts";
import { uploadRoutes } from "./uploads.ts";

export type HttpOptions = {
  metrics: Registry;
  /** Browsers come by https, even where a proxy in front speaks http to us. */
  https?: boolean;
  /** The demo shop's pages, served at `/`. */
  storefront?: Storefront;
};

/** Everything the server answers over HTTP: the plugins that all routes share, then one plugin a URL prefix. */
export async function registerHttp(server: FastifyInstance, deps: Deps, options: HttpOptions): Promise<void> {
  const { metrics, https = false, storefront } = options;
  const app = server.withTypeProvider<TypeBoxTypeProvider>().setValidatorCompiler(TypeBoxValidatorCompiler);
  await app.register(errorsPlugin);
  await app.register(securityHeadersPlugin, { https });
  await app.register(rateLimitPlugin, { deps });
  await app.register(cookie);
  await app.register(actorPlugin);
  await app.register(docsPlugin);

  await app.register(healthRoutes, { deps, metrics });
  await app.register(sessionRoutes, { prefix: "/v1/sessions", deps });
  await app.register(behaviourRoutes, { prefix: "/v1/behaviours", deps });
  await app.register(uploadRoutes, { prefix: "/v1/uploads", deps });
  await app.register(agentRoutes, { prefix: "/v1/agents", deps, https });
  await app.register(settingsRoutes, { prefix: "/v1/settings", deps });
  await app.register(importRoutes, { prefix: "/v1", deps });
  await app.register(knowledgeRoutes, { prefix: "/v1/knowledge", deps });
  await app.register(staticFiles);
  if (storefront) await app.register(storefrontRoutes, { storefront });
}
