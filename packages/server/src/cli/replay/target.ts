import type { AgentSession, Result } from "@yiwen/shared";
import { signInAgent } from "../../auth/agent-sign-in.ts";
import { demoAgents, prepareDemo } from "../demo-shop.ts";
import { demoFolder } from "../demo-storefront.ts";
import { startThrowaway } from "../throwaway.ts";
import { UsageError } from "../usage-error.ts";
import type { Target } from "./play.ts";

/** Whom dialogues are played to: a shop of a running server, where an agent looks on, or the demo shop. */
export type TargetOptions = { url?: string; shop: string; agent?: string };

/** The variable that holds the agent's password for `--url`. */
export const passwordVariable = "YIWEN_AGENT_PASSWORD";

/** The variable that holds the shop's identity secret for `--url`, where dialogues say who is signed in. */
export const secretVariable = "YIWEN_IDENTITY_SECRET";

/** A running server, or one of its own with the demo shop that goes when it is closed. */
export async function targetOf({
  url,
  shop,
  agent,
}: TargetOptions): Promise<{ target: Target; close(): Promise<void> }> {
  if (url !== undefined) {
    const origin = url.replace(/\/$/, "");
    const identitySecret = process.env[secretVariable];
    const agentToken = await signIn(origin, agent);
    const target = { url: origin, shopKey: shop, agentToken, ...(identitySecret && { identitySecret }) };
    return { target, close: async () => {} };
  }
  const server = await startThrowaway();
  const { identitySecret } = await prepareDemo(server.deps, demoFolder());
  const [{ email, password }] = demoAgents;
  const session = await signInAgent(server.deps, { email, password });
  if (!session.ok) throw new Error(session.error.code);
  const target = { url: server.url, shopKey: "pk_demo", agentToken: session.data.token, identitySecret };
  return { target, close: server.close };
}

async function signIn(url: string, email: string | undefined): Promise<string> {
  const password = process.env[passwordVariable];
  if (!email || !password) throw new UsageError(`--url needs --agent EMAIL and ${passwordVariable}`);
  const response = await fetch(`${url}/v1/agents/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  }).catch((error: Error) => {
    throw new UsageError(`can't reach ${url}: ${error.message}`);
  });
  const result = (await response.json()) as Result<AgentSession>;
  if (!result.ok) throw new UsageError(`signing in as ${email}: ${result.error.message}`);
  return result.data.token;
}
