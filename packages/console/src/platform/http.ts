import type { AgentSession, ErrorBody, Result } from "@yiwen/shared";
import { errorBody } from "@yiwen/shared";

const sessions = "/v1/agents/sessions";

/** The sign-in routes of the server the console was loaded from. */
export type AgentHttp = {
  signIn(email: string, password: string): Promise<Result<AgentSession>>;
  /** The session that the browser's cookie stands for; `unauthorized` when there is none. */
  me(): Promise<Result<AgentSession>>;
  signOut(): Promise<Result<unknown>>;
};

/** Calls the sign-in routes with `fetch`; a server that can't be reached answers `unavailable`. */
export function createHttp(fetcher: typeof fetch = (...args) => fetch(...args)): AgentHttp {
  const call = (method: string, path: string, body?: object) => request(fetcher, method, path, body);
  return {
    signIn: (email, password) => call("POST", sessions, { email, password }),
    me: () => call("GET", "/v1/agents/me"),
    signOut: () => call("DELETE", sessions),
  };
}

async function request(
  fetcher: typeof fetch,
  method: string,
  path: string,
  body?: object,
): Promise<Result<AgentSession>> {
  try {
    const response = await fetcher(path, {
      method,
      credentials: "same-origin",
      ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer: unknown = text ? JSON.parse(text) : {};
    return response.ok ? { ok: true, data: unwrap(answer) } : { ok: false, error: errorOf(answer, response) };
  } catch {
    return { ok: false, error: errorBody("unavailable") };
  }
}

/** A session may come bare or in the `Result` that acks use. */
function unwrap(answer: unknown): AgentSession {
  const wrapped = answer as { ok?: true; data?: AgentSession };
  return wrapped.data ?? (answer as AgentSession);
}

function errorOf(answer: unknown, response: Response): ErrorBody {
  const { error } = answer as { error?: ErrorBody };
  if (error && typeof error === "object" && error.code) return withWait(error, response);
  const code = response.status === 401 ? "unauthorized" : response.status === 429 ? "rate_limited" : "internal_error";
  return withWait(errorBody(code), response);
}

/** The wait of a refused sign-in, from the body or from `Retry-After` (seconds). */
function withWait(error: ErrorBody, response: Response): ErrorBody {
  const seconds = Number(response.headers.get("retry-after"));
  if (error.retryAfterMs !== undefined || !seconds) return error;
  return { ...error, retryAfterMs: seconds * 1000 };
}
