import fastifyPlugin from "fastify-plugin";
import { refusal } from "./errors.ts";

/** A null character is in no address of ours, and PostgreSQL takes none: whatever part of the address it stands in. */
export const plainUrlsPlugin = fastifyPlugin(
  async (app) => {
    app.addHook("onRequest", async (request) => {
      if (request.url.includes("%00")) throw refusal("invalid_input", "the address holds a null character");
    });
  },
  { name: "yiwen-plain-urls", dependencies: ["yiwen-errors"] },
);
