import { hashPassword } from "../auth/passwords.ts";
import type { Deps } from "../deps.ts";
import type { AgentRole } from "../ports/directory.ts";

/** Shortest password an agent may have, in UTF-16 code units. */
export const minPassword = 8;

/** Adds an agent to a shop, unless another one has the email. */
export async function createAgent(
  { directory, ids }: Pick<Deps, "directory" | "ids">,
  agent: { shop: string; email: string; name: string; role: AgentRole; password: string },
): Promise<"created" | "email_taken"> {
  const { password, ...record } = agent;
  return directory.createAgent({ ...record, id: ids(), passwordHash: await hashPassword(password) });
}
