import { type ReadonlySignal, signal } from "@preact/signals";
import { type AgentSession, type ErrorBody, errorBody, type Result } from "@yiwen/shared";
import type { AgentHttp } from "./platform/http.ts";

export type SessionState =
  | { step: "starting" }
  | { step: "signedOut"; isExpired: boolean }
  | { step: "failed"; error: ErrorBody }
  | { step: "signedIn"; session: AgentSession };

/** Who is signed in. */
export type SessionStore = {
  state: ReadonlySignal<SessionState>;
  /** Asks the server whether the browser's cookie still stands for someone. */
  resume(): Promise<void>;
  signIn(email: string, password: string): Promise<Result<AgentSession>>;
  /** Ends the session; where the server could not be told, it goes on. */
  signOut(): Promise<Result<unknown>>;
  /** A token for a connection; rejects with the error's body where there is none, or it is another agent's by now. */
  token(): Promise<{ token: string; scope: string }>;
  /** The server no longer takes the session. */
  expire(): void;
};

/** Keeps the agent's session; the token itself stays in an HttpOnly cookie, out of reach of scripts. */
export function createSession(http: AgentHttp): SessionStore {
  const state = signal<SessionState>({ step: "starting" });
  const expire = () => {
    state.value = { step: "signedOut", isExpired: true };
  };
  return {
    state,
    expire,
    async resume() {
      state.value = { step: "starting" };
      const result = await http.me();
      if (result.ok) state.value = { step: "signedIn", session: result.data };
      else if (result.error.code === "unauthorized") state.value = { step: "signedOut", isExpired: false };
      else if (result.error.code === "token_expired") expire();
      else state.value = { step: "failed", error: result.error };
    },
    async signIn(email, password) {
      const result = await http.signIn(email, password);
      if (result.ok) state.value = { step: "signedIn", session: result.data };
      return result;
    },
    async signOut() {
      const result = await http.signOut();
      // A session that has ended by itself is one less to end.
      const isOver = result.ok || result.error.code === "unauthorized" || result.error.code === "token_expired";
      if (isOver) state.value = { step: "signedOut", isExpired: false };
      return isOver ? { ok: true, data: {} } : result;
    },
    async token() {
      const result = await http.me();
      if (!result.ok) throw result.error;
      const { agent, shop } = result.data;
      // Another tab signed in as somebody else: what is on this screen, and waits to be sent, is not theirs.
      if (state.value.step === "signedIn" && state.value.session.agent.id !== agent.id) throw errorBody("unauthorized");
      return { token: "", scope: `${shop.id}.${agent.id}` };
    },
  };
}
