import { type AgentSession, errorBody } from "@yiwen/shared";
import type { KeepAnswer } from "../src/platform/answers.ts";
import type { AgentHttp } from "../src/platform/http.ts";
import type { ReadIntents } from "../src/platform/intents.ts";

const key = "yiwen.dev.signedIn";

/** The agent that the development page signs in. */
export const session: AgentSession = {
  token: "",
  expiresAt: Date.now() + 86_400_000,
  agent: { id: "agent-lin", name: "林晓", email: "lin@example.com", role: "agent" },
  shop: {
    id: "shop-1",
    publicKey: "pk_demo",
    name: "一问生活馆",
    accent: "#0b66e4",
    radius: 12,
    locale: "zh-CN",
    suggests: true,
  },
};

const supervisor: AgentSession = {
  ...session,
  agent: { id: "agent-he", name: "何静", email: "he@example.com", role: "supervisor" },
};

/** A few of the intents that the server knows. */
export const fakeIntents: ReadIntents = async () => ({
  ok: true,
  data: [
    { name: "price", ask: { "zh-CN": "这个多少钱", en: "How much is it?" } },
    { name: "coupon", ask: { "zh-CN": "有优惠券吗", en: "Do you have a coupon?" } },
    { name: "stock", ask: { "zh-CN": "有哪些尺码和颜色有货", en: "Which sizes are available?" } },
    { name: "returnGoods", ask: { "zh-CN": "怎么退货", en: "How do I return it?" } },
    { name: "exchange", ask: { "zh-CN": "怎么换货", en: "How do I exchange?" } },
    { name: "logistics", ask: { "zh-CN": "我的快递到哪了", en: "Where is my package?" } },
    { name: "invoice", ask: { "zh-CN": "怎么开发票", en: "How do I get an invoice?" } },
    { name: "complaint", ask: { "zh-CN": "我要投诉", en: "I want to complain" } },
    { name: "other", ask: { "zh-CN": "其他问题", en: "Something else" } },
  ],
});

/** Sign-in without a server: `demo` is the password, `limited` as one is refused for a while; `he@…` is a supervisor. */
export function fakeHttp(): AgentHttp {
  return {
    signIn: async (email, password) => {
      if (password === "limited") {
        return { ok: false, error: errorBody("rate_limited", undefined, { retryAfterMs: 30_000 }) };
      }
      if (password !== "demo") return { ok: false, error: errorBody("login_failed") };
      sessionStorage.setItem(key, email);
      return { ok: true, data: sessionOf(email) };
    },
    me: async () => {
      const email = sessionStorage.getItem(key);
      return email ? { ok: true, data: sessionOf(email) } : { ok: false, error: errorBody("unauthorized") };
    },
    signOut: async () => {
      if (!navigator.onLine) return { ok: false, error: errorBody("unavailable") };
      sessionStorage.removeItem(key);
      return { ok: true, data: {} };
    },
  };
}

function sessionOf(email: string): AgentSession {
  return email.startsWith("he@") ? supervisor : session;
}

/** Keeps nothing; refuses what holds a phone number, as the server does. */
export const fakeKeepAnswer: KeepAnswer = async ({ question, answer }) =>
  /\d{7}/.test(question + answer)
    ? { ok: false, error: errorBody("invalid_input") }
    : { ok: true, data: { document: "answers/1" } };
