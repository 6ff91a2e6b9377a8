import { type Result, refuse } from "@yiwen/shared";
import type { Deps } from "../deps.ts";
import type { AgentRecord } from "../ports/directory.ts";
import { createKey, hashKey } from "./keys.ts";
import { verifyPassword } from "./passwords.ts";

/** How long an agent stays signed in: one long shift, in milliseconds. */
const lifetime = 12 * 60 * 60 * 1000;

/** Signs an agent in; the token is shown once, only its hash is kept. */
export async function signInAgent(
  { directory, clock }: Pick<Deps, "directory" | "clock">,
  { email, password }: { email: string; password: string },
): Promise<Result<{ token: string; expiresAt: number; agent: AgentRecord }>> {
  const known = await directory.agentByEmail(email);
  const isRight = await verifyPassword(password, known?.passwordHash);
  if (!known || !isRight) return refuse("login_failed");
  const { passwordHash: _, ...agent } = known;
  const token = createKey("agentToken");
  const expiresAt = clock.now() + lifetime;
  await directory.createAgentSession({ tokenHash: hashKey(token), shop: agent.shop, agent: agent.id, expiresAt });
  return { ok: true, data: { token, expiresAt, agent } };
}
