import { errorBody } from "@yiwen/shared";
import { expect, test } from "vitest";
import { session as agentSession } from "../dev/fake-http.ts";
import { type AgentHttp, createHttp } from "./platform/http.ts";
import { createSession } from "./session.ts";

const answering = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const calls: { path: string; init: RequestInit | undefined }[] = [];
  const fetcher = (async (path, init) => {
    calls.push({ path: String(path), init });
    return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
  }) as typeof fetch;
  return { http: createHttp(fetcher), calls };
};

test("CO1 a refused sign-in carries the server's code, and the wait from body or header", async () => {
  const wrong = answering(401, { ok: false, error: errorBody("login_failed") });
  expect(await wrong.http.signIn("a@b.c", "x")).toMatchObject({ ok: false, error: { code: "login_failed" } });
  const limited = answering(429, undefined, { "retry-after": "30" });
  expect(await limited.http.signIn("a@b.c", "x")).toMatchObject({
    error: { code: "rate_limited", retryAfterMs: 30_000 },
  });
});

test("CO1 a server that can't be reached is not a wrong password", async () => {
  const http = createHttp(() => Promise.reject(new TypeError("network")));
  expect(await http.signIn("a@b.c", "x")).toMatchObject({ ok: false, error: { code: "unavailable" } });
});

test("CO2 the session comes from the cookie, and no token is kept by scripts", async () => {
  const { http, calls } = answering(200, { ...agentSession, token: "secret" });
  const sessions = createSession(http);
  await sessions.resume();
  expect(sessions.state.value.step).toBe("signedIn");
  expect(calls[0]).toMatchObject({ path: "/v1/agents/me", init: { credentials: "same-origin" } });
  expect(await sessions.token()).toEqual({ token: "", scope: "shop-1.agent-lin" });
});

const stub = (error: Parameters<typeof errorBody>[0]): AgentHttp => ({
  signIn: async () => ({ ok: false, error: errorBody(error) }),
  me: async () => ({ ok: false, error: errorBody(error) }),
  signOut: async () => ({ ok: false, error: errorBody(error) }),
});

test.each([
  ["unauthorized", { step: "signedOut", isExpired: false }],
  ["token_expired", { step: "signedOut", isExpired: true }],
  ["unavailable", { step: "failed" }],
] as const)("CO3 %s on load leads to the right page", async (code, state) => {
  const sessions = createSession(stub(code));
  await sessions.resume();
  expect(sessions.state.value).toMatchObject(state);
});

test.each([
  ["unavailable", "signedIn", false],
  ["rate_limited", "signedIn", false],
  ["unauthorized", "signedOut", true],
  ["token_expired", "signedOut", true],
] as const)("CO2 a sign-out that is answered with %s leaves one %s", async (code, step, isDone) => {
  const sessions = createSession({ ...stub(code), me: async () => ({ ok: true, data: agentSession }) });
  await sessions.resume();
  expect((await sessions.signOut()).ok).toBe(isDone);
  expect(sessions.state.value.step).toBe(step);
});

test("CO2 signing out ends the session at the server, then here", async () => {
  const { http, calls } = answering(204, undefined);
  const sessions = createSession(http);
  expect((await sessions.signOut()).ok).toBe(true);
  expect(calls.map(({ path, init }) => [init?.method, path])).toEqual([["DELETE", "/v1/agents/sessions"]]);
  expect(sessions.state.value).toEqual({ step: "signedOut", isExpired: false });
});

test("CO3 a token can't be had once the session has ended", async () => {
  await expect(createSession(stub("token_expired")).token()).rejects.toMatchObject({ code: "token_expired" });
});

test("CO54 a cookie that stands for somebody else by now is no token of this window", async () => {
  let agent = agentSession.agent;
  const sessions = createSession({
    ...stub("unauthorized"),
    me: async () => ({ ok: true, data: { ...agentSession, agent } }),
  });
  await sessions.resume();
  expect(await sessions.token()).toMatchObject({ token: "" });
  agent = { ...agent, id: "agent-chen" };
  await expect(sessions.token()).rejects.toMatchObject({ code: "unauthorized" });
});
