import fastifyPlugin from "fastify-plugin";
import { cleanInput } from "../../gateway/clean-input.ts";
import { isNestedTooDeep } from "../../gateway/nesting.ts";
import { refusal } from "./errors.ts";

/** What the store can't keep can only come as an escape: a null character, or half of a pair. */
const suspicious = /\\u(?:0000|d[89a-f])/i;

/**
 * JSON bodies are parsed as Fastify parses them, but for those that are nested deeper than any of ours; their texts are
 * as commands' are.
 */
export const shallowJsonPlugin = fastifyPlugin(
  async (app) => {
    const parse = app.getDefaultJsonParser("error", "error");
    app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
      const text = body as string;
      if (isNestedTooDeep(text)) done(refusal("invalid_input", "the body is nested too deep"));
      else parse(request, text, (error, value) => done(error, suspicious.test(text) ? cleanInput(value) : value));
    });
  },
  { name: "yiwen-shallow-json", dependencies: ["yiwen-errors"] },
);
