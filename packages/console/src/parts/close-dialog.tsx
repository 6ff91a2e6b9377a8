import type { Resolution } from "@yiwen/shared";
import { useState } from "preact/hooks";
import { sendCommand } from "../actions/send-command.ts";
import { useDesk } from "./desk-context.ts";
import { Dialog } from "./dialog.tsx";

const resolutions: Resolution[] = ["resolved", "unresolved", "spam"];

/** Picks how the conversation ended, by click or by its number, and closes it. */
export function CloseDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const [conversationId] = useState(desk.selected.peek());
  const pick = async (resolution: Resolution) => {
    onClose();
    if (await sendCommand(desk, "conversation.close", { resolution }, conversationId))
      desk.notices.add({ kind: "said", what: "closed" });
  };
  const byNumber = (key: string) => {
    const resolution = resolutions[Number(key) - 1];
    if (resolution) void pick(resolution);
  };
  return (
    <Dialog title={t.dialogs.resolutionTitle} lead={t.dialogs.resolutionLead} onClose={onClose} onKey={byNumber}>
      <ul class="picks">
        {resolutions.map((resolution, index) => (
          <li key={resolution}>
            <button
              type="button"
              class="pick"
              data-resolution={resolution}
              data-first={index === 0 || undefined}
              onClick={() => void pick(resolution)}
            >
              <span class="pick__label">{t.resolutions[resolution]}</span>
              <kbd>{index + 1}</kbd>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
