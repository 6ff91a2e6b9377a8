import fastifyPlugin from "fastify-plugin";
import { isNestedTooDeep } from "../../gateway/nesting.ts";
import { refusal } from "./errors.ts";

/** JSON bodies are parsed as Fastify parses them, but for those that are nested deeper than any of ours. */
export const shallowJsonPlugin = fastifyPlugin(
  async (app) => {
    const parse = app.getDefaultJsonParser("error", "error");
    app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
      if (isNestedTooDeep(body as string)) done(refusal("invalid_input", "the body is nested too deep"));
      else parse(request, body as string, done);
    });
  },
  { name: "yiwen-shallow-json", dependencies: ["yiwen-errors"] },
);
