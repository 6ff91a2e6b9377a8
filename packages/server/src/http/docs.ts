import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import fastifyPlugin from "fastify-plugin";

/** The OpenAPI description of the routes registered after it, and its pages at `/docs`. */
export const docsPlugin = fastifyPlugin(
  async (app: FastifyInstance) => {
    await app.register(swagger, {
      openapi: {
        info: { title: "Yiwen", description: "AI customer service for shops: the HTTP side.", version: "1" },
        components: {
          securitySchemes: {
            agent: { type: "http", scheme: "bearer", description: "An agent's token, or the shop's secret key" },
          },
        },
      },
    });
    await app.register(swaggerUi, { routePrefix: "/docs" });
  },
  { name: "yiwen-docs" },
);
