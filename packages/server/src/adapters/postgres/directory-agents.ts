import { and, asc, eq, gt, lte } from "drizzle-orm";
import type { AgentRecord, AgentRole, Directory } from "../../ports/directory.ts";
import type { Orm } from "./orm.ts";
import { agentSessions, agents } from "./schema.ts";

type AgentQueries = Pick<
  Directory,
  | "createAgent"
  | "agentByEmail"
  | "agent"
  | "agents"
  | "createAgentSession"
  | "agentSession"
  | "endAgentSession"
  | "setAgentPassword"
  | "removeAgent"
>;

const columns = { shop: agents.shop, id: agents.id, email: agents.email, name: agents.name, role: agents.role };

/** Agents and their sign-ins. Emails are compared without regard to case. */
export function createAgentQueries(orm: Orm, now: () => number): AgentQueries {
  return {
    async createAgent(agent) {
      const row = { ...agent, email: agent.email.toLowerCase(), createdAt: now() };
      const made = await orm
        .insert(agents)
        .values(row)
        .onConflictDoNothing({ target: agents.email })
        .returning({ id: agents.id });
      return made.length > 0 ? "created" : "email_taken";
    },
    async agentByEmail(email) {
      const [row] = await orm
        .select({ ...columns, passwordHash: agents.passwordHash })
        .from(agents)
        .where(eq(agents.email, email.toLowerCase()));
      return row && { ...toAgent(row), passwordHash: row.passwordHash };
    },
    async agent(shop, id) {
      const [row] = await orm.select(columns).from(agents).where(isAgent(shop, id));
      return row && toAgent(row);
    },
    async agents(shop) {
      const rows = await orm.select(columns).from(agents).where(eq(agents.shop, shop)).orderBy(asc(agents.id));
      return rows.map(toAgent);
    },
    async createAgentSession(session) {
      // Sign-ins are rare: each one sweeps out what has run out, so nothing else has to.
      await orm.delete(agentSessions).where(lte(agentSessions.expiresAt, now()));
      await orm.insert(agentSessions).values(session);
    },
    async agentSession(tokenHash, at) {
      const [row] = await orm
        .select({ ...columns, expiresAt: agentSessions.expiresAt })
        .from(agentSessions)
        .innerJoin(agents, and(eq(agents.shop, agentSessions.shop), eq(agents.id, agentSessions.agent)))
        .where(and(eq(agentSessions.tokenHash, tokenHash), gt(agentSessions.expiresAt, at)));
      return row && { agent: toAgent(row), expiresAt: row.expiresAt };
    },
    async endAgentSession(tokenHash) {
      await orm.delete(agentSessions).where(eq(agentSessions.tokenHash, tokenHash));
    },
    async setAgentPassword(shop, id, passwordHash) {
      await orm.transaction(async (tx) => {
        await tx.update(agents).set({ passwordHash }).where(isAgent(shop, id));
        await tx.delete(agentSessions).where(isTheirs(shop, id));
      });
    },
    async removeAgent(shop, id) {
      await orm.transaction(async (tx) => {
        await tx.delete(agents).where(isAgent(shop, id));
        await tx.delete(agentSessions).where(isTheirs(shop, id));
      });
    },
  };
}

const isAgent = (shop: string, id: string) => and(eq(agents.shop, shop), eq(agents.id, id));
const isTheirs = (shop: string, id: string) => and(eq(agentSessions.shop, shop), eq(agentSessions.agent, id));

function toAgent({ shop, id, email, name, role }: Omit<AgentRecord, "role"> & { role: string }): AgentRecord {
  return { shop, id, email, name, role: role as AgentRole };
}
