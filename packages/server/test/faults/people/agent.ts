import { type AgentClient, createAgentClient, type PendingMessage } from "@yiwen/shared";
import { createSocketTransport } from "../../../../console/src/platform/socket.ts";
import type { Last } from "../history.ts";
import { openPane, type Pane, type Person, type Setting } from "./window.ts";

/** A window with the console's own client in it. */
export type Desk = {
  client: AgentClient;
  pane: Pane;
  person: Person;
  last(): Last;
};

/** Opens the console of this agent, and what they followed when the window before it crashed. */
export function openDesk(setting: Setting, person: Person, followed: string[] = []): Desk {
  const pane = openPane(setting, person, createSocketTransport);
  const client = createAgentClient(pane.world);
  client.subscribe(({ threads }) => {
    for (const { view } of Object.values(threads)) pane.recorder.look(view);
  });
  void client.start(person.id, "all");
  for (const id of followed) void client.follow(id);
  return {
    client,
    pane,
    person,
    last: () => ({
      person: person.id,
      window: pane.name,
      side: "agent",
      connection: client.state.connection,
      threads: Object.entries(client.state.threads).map(([id, { view }]) => ({
        conversation: id,
        events: view.events,
      })),
      pending: unsentOn(person.disk),
    }),
  };
}

/** Messages of conversations that nobody looks at now are unsent too. */
function unsentOn(disk: Person["disk"]): Last["pending"] {
  return [...disk].map(([key, value]) => {
    const { status, error } = JSON.parse(value) as PendingMessage;
    return { id: key.slice(key.lastIndexOf(":") + 1), status, ...(error && { code: error.code }) };
  });
}

/** What an agent does next, as chance has it. */
export function actAsAgent(desk: Desk, { chance }: Pick<Setting, "chance">, colleagues: readonly string[]): void {
  const { client, person } = desk;
  const { inbox, threads } = client.state;
  const waiting = inbox.rows.filter(({ conversation }) => conversation.floor === "queued");
  const row =
    waiting.length > 0 && chance.happens(0.6) ? chance.pick(waiting) : inbox.rows.length > 0 && chance.pick(inbox.rows);
  if (row && chance.happens(0.35)) {
    const { id } = row.conversation;
    void client.follow(id);
    if (chance.happens(0.8)) void client.command("conversation.takeOver", {}, id);
    return;
  }
  const followed = Object.values(threads);
  const mine = followed.filter(({ view: { summary } }) => summary.floor === "human" && summary.agent?.id === person.id);
  if (mine.length > 0) work(desk, chance.pick(mine).view.summary.id, { chance, colleagues });
  else if (followed.length > 4) desk.pane.recorder.forget(leave(desk, chance.pick(followed).view.summary.id));
}

type With = { chance: Setting["chance"]; colleagues: readonly string[] };

function work({ client, pane }: Desk, id: string, { chance, colleagues }: With): void {
  const failed = client.state.threads[id]?.pending.find(({ status }) => status === "failed");
  const share = chance.next();
  if (failed && share < 0.3) {
    client.discard(failed.id);
    pane.recorder.note({ kind: "discarded", id: failed.id });
  } else if (share < 0.6)
    pane.recorder.note({ kind: "wrote", id: client.send(id, `您好，第 ${chance.between(1, 999)} 句`) });
  else if (share < 0.68) pane.recorder.note({ kind: "wrote", id: client.note(id, "记一笔") });
  else if (share < 0.8) client.read(id);
  else if (share < 0.85) client.typing(id, true);
  else if (share < 0.92) void client.command("conversation.returnToBot", {}, id);
  else if (share < 0.96) void client.command("conversation.transfer", { to: chance.pick(colleagues) }, id);
  else void client.command("conversation.close", { resolution: "resolved" }, id);
}

function leave({ client }: Desk, id: string): string {
  client.leave(id);
  return id;
}
