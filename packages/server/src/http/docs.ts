import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import fastifyPlugin from "fastify-plugin";

const logo = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><text x="0" y="27" font-family="sans-serif" font-size="22" fill="#fff">Yiwen 一问</text></svg>`,
);

/** The OpenAPI description of the routes registered after it, and its pages at `/docs`. */
export const docsPlugin = fastifyPlugin(
  async (app: FastifyInstance) => {
    await app.register(swagger, {
      openapi: {
        info: { title: "Yiwen", description: "AI customer service for shops: the HTTP side.", version: "1" },
        components: {
          securitySchemes: {
            agent: { type: "http", scheme: "bearer", description: "An agent's token" },
            shopper: { type: "http", scheme: "bearer", description: "The token of a shopper's session" },
            shop: { type: "http", scheme: "bearer", description: "The shop's secret key, or a supervisor's token" },
          },
        },
      },
    });
    await app.register(swaggerUi, {
      routePrefix: "/docs",
      theme: { title: "Yiwen API" },
      logo: { type: "image/svg+xml", content: logo, href: "/docs", target: "_self" },
    });
  },
  { name: "yiwen-docs" },
);
