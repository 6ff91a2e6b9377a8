import { type Channel, type Result, refuse } from "@yiwen/shared";
import type { Deps } from "../deps.ts";
import type { AgentRole } from "../ports/directory.ts";
import { hashKey } from "./keys.ts";
import { verifyShopperToken } from "./shopper-token.ts";

/** A shopper whose token was checked. `expiresAt` is in epoch milliseconds. */
export type ShopperActor = {
  kind: "shopper";
  shop: string;
  id: string;
  name?: string;
  /** The shop vouched for who this is. */
  verified: boolean;
  externalId?: string;
  /** Under which ids they were known before they turned out to be this one. */
  former: string[];
  /** Where the session was opened; each channel has a conversation of its own. */
  channel: Channel;
  expiresAt: number;
};

/** An agent whose session was checked. `expiresAt` is in epoch milliseconds. */
export type AgentActor = {
  kind: "agent";
  shop: string;
  id: string;
  name: string;
  role: AgentRole;
  /** The hash of the token: by it the session is known, and gives nothing away. */
  session: string;
  expiresAt: number;
};

export type Actor = ShopperActor | AgentActor;

/** The cookie that holds an agent's token. */
export const agentCookie = "yiwen_agent";

/** Who holds this shopper token. */
export async function actorOfShopperToken(
  deps: Pick<Deps, "clock" | "signingKey" | "directory">,
  token: string,
): Promise<Result<ShopperActor>> {
  const read = await verifyShopperToken(deps, token);
  if (!read.ok) return read;
  const record = await deps.directory.shopper(read.data.shop, read.data.id);
  if (!record) return refuse("unauthorized");
  // Whoever they turned out to be is for the next sign-in to say: this token was given to somebody anonymous.
  if (record.mergedInto) return refuse("token_expired");
  const { shop, id, name, externalId } = record;
  const former = await deps.directory.formerIds(shop, id);
  const who = { ...(name && { name }), ...(externalId && { externalId }), verified: externalId !== undefined };
  return {
    ok: true,
    data: { kind: "shopper", shop, id, ...who, former, channel: read.data.channel, expiresAt: read.data.expiresAt },
  };
}

/** Whose sign-in this token is. */
export async function actorOfAgentToken(
  deps: Pick<Deps, "clock" | "directory">,
  token: string,
): Promise<Result<AgentActor>> {
  const session = hashKey(token);
  const found = await deps.directory.agentSession(session, deps.clock.now());
  if (!found) return refuse("unauthorized");
  const { shop, id, name, role } = found.agent;
  return { ok: true, data: { kind: "agent", shop, id, name, role, session, expiresAt: found.expiresAt } };
}

/** An agent's token from `Authorization: Bearer` or else from the cookie. */
export function agentTokenFrom(headers: { authorization?: string; cookie?: string }): string | undefined {
  const bearer = bearerFrom(headers.authorization);
  if (bearer) return bearer;
  for (const pair of headers.cookie?.split(";") ?? []) {
    const [name, value] = pair.trim().split("=", 2);
    if (name === agentCookie && value) return value;
  }
  return undefined;
}

/** What stands behind `Bearer` in an Authorization header. */
export function bearerFrom(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(authorization ?? "")?.[1];
}
