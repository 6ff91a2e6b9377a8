import { type AgentSession, errorBody } from "@yiwen/shared";
import type { AgentHttp } from "../src/platform/http.ts";

const key = "yiwen.dev.signedIn";

/** The agent that the development page signs in. */
export const session: AgentSession = {
  token: "",
  expiresAt: Date.now() + 86_400_000,
  agent: { id: "agent-lin", name: "林晓", email: "lin@example.com", role: "agent" },
  shop: { id: "shop-1", publicKey: "pk_demo", name: "一问生活馆", accent: "#0b66e4", radius: 12, locale: "zh-CN" },
};

/** Sign-in without a server: `demo` is the password, `limited` as one is refused for a while. */
export function fakeHttp(): AgentHttp {
  return {
    signIn: async (_email, password) => {
      if (password === "limited") {
        return { ok: false, error: errorBody("rate_limited", undefined, { retryAfterMs: 30_000 }) };
      }
      if (password !== "demo") return { ok: false, error: errorBody("login_failed") };
      sessionStorage.setItem(key, "1");
      return { ok: true, data: session };
    },
    me: async () =>
      sessionStorage.getItem(key) ? { ok: true, data: session } : { ok: false, error: errorBody("unauthorized") },
    signOut: async () => sessionStorage.removeItem(key),
  };
}
