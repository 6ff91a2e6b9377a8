import type { OpenReply, Result } from "@yiwen/shared";
import { speak } from "../../src/cli/speaker.ts";
import { pause } from "./happen/fault.ts";
import type { Crowd } from "./people/crowd.ts";
import type { World } from "./world/world.ts";

/** How long nothing may change before it counts as rest, in milliseconds; timers of people's patience come first. */
const calmMs = 1500;

/** Whether every screen shows what a fresh load shows, nothing is on its way, and so it stays for a while. */
export async function hasConverged(world: World, crowd: Crowd): Promise<boolean> {
  const quietMs = world.setup.waitMinutes < 1 ? world.setup.waitMinutes * 60_000 + calmMs : calmMs;
  const before = await look(world, crowd);
  if (before === undefined) return false;
  await pause(quietMs);
  return (await look(world, crowd)) === before;
}

/** What all screens show, in a word; undefined while any differs from a fresh load or has something on its way. */
async function look(world: World, crowd: Crowd): Promise<string | undefined> {
  const busy = [
    ...crowd.tabs.map(({ client }) => client.state.connection === "online" && !client.state.pending.some(isOnItsWay)),
    ...crowd.desks.map(({ client, last }) => client.state.connection === "online" && !last().pending.some(isOnItsWay)),
  ].includes(false);
  if (busy) return undefined;
  try {
    const shown = await Promise.all([
      ...crowd.tabs.map((tab) => lookAtTab(world, tab)),
      ...crowd.desks.map((desk) => lookAtDesk(world, desk)),
    ]);
    return shown.includes(undefined) ? undefined : shown.join(" ");
  } catch {
    return undefined;
  }
}

const isOnItsWay = ({ status }: { status: string }) => status === "sending";

async function lookAtTab({ nodes }: World, { client, person }: Crowd["tabs"][number]): Promise<string | undefined> {
  const speaker = await speak(nodes[0]?.url ?? "", "shopper", person.token);
  try {
    const page = (await speaker.command("conversation.open", { limit: 1 })) as Result<OpenReply>;
    const view = client.state.thread?.view;
    const isSame = page.ok && page.data.conversation.id === view?.summary.id && page.data.conversation.seq === view.seq;
    return isSame ? `${view.summary.id}:${view.seq}` : undefined;
  } finally {
    speaker.close();
  }
}

async function lookAtDesk({ nodes }: World, { client, person }: Crowd["desks"][number]): Promise<string | undefined> {
  const speaker = await speak(nodes[0]?.url ?? "", "agent", person.token);
  try {
    const seen: string[] = [];
    for (const [conversationId, { view }] of Object.entries(client.state.threads)) {
      const page = (await speaker.command("conversation.open", { limit: 1 }, { conversationId })) as Result<OpenReply>;
      if (!page.ok || page.data.conversation.seq !== view.seq) return undefined;
      seen.push(`${conversationId}:${view.seq}`);
    }
    return seen.join(" ");
  } finally {
    speaker.close();
  }
}
