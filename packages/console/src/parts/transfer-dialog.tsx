import type { AgentPresence } from "@yiwen/shared";
import { useState } from "preact/hooks";
import { sendCommand } from "../actions/send-command.ts";
import { Avatar } from "./avatar.tsx";
import { useDesk } from "./desk-context.ts";
import { Dialog } from "./dialog.tsx";

const order = { online: 0, away: 1, offline: 2 };

/** Picks the colleague who gets the conversation; who is there comes first. */
export function TransferDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const [conversationId] = useState(desk.selected.peek());
  const others = desk.state.value.agents
    .filter((agent) => agent.id !== desk.me.id)
    .sort((a, b) => order[a.status] - order[b.status] || a.name.localeCompare(b.name));
  const pick = async (agent: AgentPresence) => {
    onClose();
    const isDone = await sendCommand(desk, "conversation.transfer", { to: agent.id }, conversationId);
    if (isDone) desk.notices.add({ kind: "transferred", name: agent.name });
  };
  return (
    <Dialog title={t.dialogs.transferTitle} lead={t.dialogs.transferLead} onClose={onClose}>
      {others.length === 0 && <p class="empty__text">{t.dialogs.transferEmpty}</p>}
      <ul class="picks">
        {others.map((agent, index) => (
          <li key={agent.id}>
            <button type="button" class="pick" data-first={index === 0 || undefined} onClick={() => void pick(agent)}>
              <Avatar id={agent.id} name={agent.name} size="s" />
              <span class="pick__label">{agent.name}</span>
              <span class={`presence presence--${agent.status}`} />
              <span class="pick__note">{t.presence[agent.status]}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
