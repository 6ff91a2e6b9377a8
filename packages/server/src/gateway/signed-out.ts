import type { Deps } from "../deps.ts";
import type { AgentNamespace, AgentSocket } from "./rooms.ts";

type Needs = Pick<Deps, "clock" | "directory">;

/** Ends an agent's socket unless its session still stands; also when that can't be told, for its client comes again. */
export async function endIfSignedOut({ clock, directory }: Needs, socket: AgentSocket): Promise<void> {
  const found = await directory.agentSession(socket.data.actor.session, clock.now()).catch(() => undefined);
  if (!found) socket.disconnect(true);
}

/** Ends the agents' sockets whose sessions ended on another node while this one could not hear it; one after the other. */
export async function endAllSignedOut(needs: Needs, agents: AgentNamespace): Promise<void> {
  for (const socket of [...agents.sockets.values()]) await endIfSignedOut(needs, socket);
}
