import cookie from "@fastify/cookie";
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import { refuse } from "@yiwen/shared";
import type { FastifyInstance } from "fastify";
import type { Registry } from "prom-client";
import type { Deps } from "../deps.ts";
import type { Admission } from "../gateway/admission.ts";
import type { Recognised } from "../ports/directory.ts";
import type { Listeners } from "../ports/listeners.ts";
import { agentRoutes } from "./agents.ts";
import { behaviourRoutes } from "./behaviours.ts";
import { correctionRoutes } from "./corrections.ts";
import { docsPlugin } from "./docs.ts";
import { healthRoutes } from "./health.ts";
import { importRoutes } from "./imports.ts";
import { knowledgeRoutes } from "./knowledge.ts";
import { knowledgeDocumentRoutes } from "./knowledge-documents.ts";
import { actorPlugin } from "./plugins/actor.ts";
import { errorsPlugin } from "./plugins/errors.ts";
import { plainUrlsPlugin } from "./plugins/plain-urls.ts";
import { rateLimitPlugin } from "./plugins/rate-limit.ts";
import { securityHeadersPlugin } from "./plugins/security-headers.ts";
import { shallowJsonPlugin } from "./plugins/shallow-json.ts";
import { shedPlugin } from "./plugins/shed.ts";
import { sessionRoutes } from "./sessions.ts";
import { settingsRoutes } from "./settings.ts";
import { embeddingSettingsRoutes } from "./settings-embedding.ts";
import { modelSettingsRoutes } from "./settings-model.ts";
import { wechatSettingsRoutes } from "./settings-wechat.ts";
import { staticFiles } from "./static-files.ts";
import { type Storefront, storefrontRoutes } from "./storefront.ts";
import { subscriptionRoutes } from "./subscriptions.ts";
import { uploadRoutes } from "./uploads.ts";
import { type TakePush, wechatRoutes } from "./wechat.ts";

export type HttpOptions = {
  metrics: Registry;
  /** Whether the node has room; without it there always is. */
  admission?: Pick<Admission, "isOverloaded" | "retryAfterMs">;
  /** The server is being stopped. */
  isClosing?: () => boolean;
  /** Takes what WeChat tells into the conversation it is about. */
  takePush?: TakePush;
  /** Told, after the commit, whom a sign-in recognised and whom it brought together. */
  onRecognised?: (recognised: Recognised) => void;
  /** Ends the sockets of whoever signs out. */
  listeners?: Pick<Listeners, "endAgentSession">;
  /** Browsers come by https, even where a proxy in front speaks http to us. */
  https?: boolean;
  /** The demo shop's pages, served at `/`. */
  storefront?: Storefront;
};

const takeNone: TakePush = async () => refuse("unavailable");

/** Everything the server answers over HTTP: the plugins that all routes share, then one plugin a URL prefix. */
export async function registerHttp(server: FastifyInstance, deps: Deps, options: HttpOptions): Promise<void> {
  const {
    metrics,
    https = false,
    storefront,
    onRecognised = () => {},
    listeners = { endAgentSession() {} },
    takePush = takeNone,
    isClosing = () => false,
  } = options;
  const app = server.withTypeProvider<TypeBoxTypeProvider>().setValidatorCompiler(TypeBoxValidatorCompiler);
  await app.register(errorsPlugin);
  await app.register(shallowJsonPlugin);
  await app.register(plainUrlsPlugin);
  await app.register(securityHeadersPlugin, { https });
  await app.register(rateLimitPlugin, { deps });
  if (options.admission) await app.register(shedPlugin, { admission: options.admission });
  await app.register(cookie);
  await app.register(actorPlugin);
  await app.register(docsPlugin);

  await app.register(healthRoutes, { deps, metrics, isClosing });
  await app.register(sessionRoutes, { prefix: "/v1/sessions", deps, onRecognised });
  await app.register(behaviourRoutes, { prefix: "/v1/behaviours", deps });
  await app.register(uploadRoutes, { prefix: "/v1/uploads", deps });
  await app.register(subscriptionRoutes, { prefix: "/v1/subscriptions", deps });
  await app.register(wechatRoutes, { prefix: "/v1/wechat", deps, takePush });
  await app.register(agentRoutes, { prefix: "/v1/agents", deps, https, listeners });
  await app.register(settingsRoutes, { prefix: "/v1/settings", deps });
  await app.register(modelSettingsRoutes, { prefix: "/v1/settings/model", deps });
  await app.register(embeddingSettingsRoutes, { prefix: "/v1/settings/embedding", deps });
  await app.register(wechatSettingsRoutes, { prefix: "/v1/settings/wechat", deps });
  await app.register(correctionRoutes, { prefix: "/v1/corrections", deps });
  await app.register(importRoutes, { prefix: "/v1", deps });
  await app.register(knowledgeRoutes, { prefix: "/v1/knowledge", deps });
  await app.register(knowledgeDocumentRoutes, { prefix: "/v1/knowledge", deps });
  await app.register(staticFiles);
  if (storefront) await app.register(storefrontRoutes, { storefront });
}
