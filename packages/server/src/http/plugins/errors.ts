import { type ErrorBody, type ErrorCode, errorBody, errors, type Result } from "@yiwen/shared";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { isUnreachable } from "../../unreachable.ts";

/** A refusal on its way to the error handler, which answers it with the status of its code. */
export class Refusal extends Error {
  readonly body: ErrorBody;

  constructor(body: ErrorBody) {
    super(body.message);
    this.name = "Refusal";
    this.body = body;
  }
}

/** Builds a refusal by its code, to be thrown. */
export function refusal(...args: Parameters<typeof errorBody>): Refusal {
  return new Refusal(errorBody(...args));
}

/** The data of a result; a refusal is thrown. */
export function accept<T>(result: Result<T>): T {
  if (!result.ok) throw new Refusal(result.error);
  return result.data;
}

const retryAfterMs = 1000;

/** Every refused request answers `{ ok: false, error }` with a code of the one list. */
export const errorsPlugin = fastifyPlugin(
  async (app) => {
    app.setErrorHandler<FastifyError>((error, request, reply) => {
      const body = toBody(error);
      if (body.code === "internal_error") request.log.error({ err: error }, "request failed");
      return send(reply, body);
    });
    app.setNotFoundHandler((request: FastifyRequest, reply) =>
      send(reply, errorBody("not_found", `there is no ${request.method} ${request.url.split("?")[0]}`)),
    );
  },
  { name: "yiwen-errors" },
);

function send(reply: FastifyReply, error: ErrorBody) {
  if (error.retryAfterMs !== undefined) reply.header("retry-after", Math.ceil(error.retryAfterMs / 1000));
  // A route for files may have said "for ever" before it found that there is no such file.
  reply.header("cache-control", "no-store");
  return reply.status(errors[error.code].status).send({ ok: false, error });
}

function toBody(error: FastifyError): ErrorBody {
  if (error instanceof Refusal) return error.body;
  if (error.validation) return invalid(error);
  if (error.statusCode === 413) return errorBody("too_large");
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return errorBody(codeOf(error.statusCode), error.message);
  }
  if (isUnreachable(error)) return errorBody("unavailable", undefined, { retryAfterMs });
  return errorBody("internal_error");
}

function codeOf(status: number): ErrorCode {
  return status === 404 ? "not_found" : "invalid_input";
}

/** Names the first place that is wrong, as a JSON pointer. */
function invalid({ validation = [], validationContext }: FastifyError): ErrorBody {
  const [first] = validation;
  const params: Record<string, unknown> = first?.params ?? {};
  const names = params.requiredProperties ?? params.additionalProperties;
  const name = Array.isArray(names) ? `/${names[0]}` : "";
  const path = `${first?.instancePath ?? ""}${name}`;
  return errorBody("invalid_input", `${validationContext ?? "body"}${path} ${first?.message ?? "is wrong"}`, { path });
}
