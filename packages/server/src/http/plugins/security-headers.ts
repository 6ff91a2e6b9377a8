import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import fastifyPlugin from "fastify-plugin";

/**
 * The policy of every page we serve. Nothing inline; pictures from the shops' own hosts and, before they are sent, from the page; sockets to ourselves, which
 * `'self'` covers.
 */
const directives = {
  defaultSrc: ["'self'"],
  baseUri: ["'none'"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  imgSrc: ["'self'", "https:", "data:", "blob:"],
  objectSrc: ["'none'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'"],
};

/** Headers that make browsers strict. HSTS only where browsers come by https, or a local http server is locked out. */
export const securityHeadersPlugin = fastifyPlugin(
  async (app: FastifyInstance, { https }: { https: boolean }) => {
    await app.register(helmet, {
      contentSecurityPolicy: { useDefaults: false, directives },
      strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      frameguard: { action: "deny" },
      referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    });
  },
  { name: "yiwen-security-headers" },
);
