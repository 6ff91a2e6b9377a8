import type { WireEvent } from "@yiwen/shared";
import { useDesk } from "./desk-context.ts";

/** Beside an agent's written reply: the way to keep it as an answer of the bot's. */
export function KeepButton({ event, events }: { event: WireEvent<"message.sent">; events: WireEvent[] }) {
  const { settings, dialog, keeping } = useDesk();
  const t = settings.t.value;
  const { content } = event.data;
  if (event.by.kind !== "agent" || content.kind !== "text") return null;
  const open = () => {
    keeping.value = { question: questionBefore(events, event.seq), answer: content.text };
    dialog.value = "keep";
  };
  return (
    <button type="button" class="keep-button" title={t.keep.label} onClick={open}>
      {t.keep.action}
    </button>
  );
}

/** The shopper's words that the reply most likely answers: the last before it. */
function questionBefore(events: WireEvent[], seq: number): string {
  const asked = events.findLast(
    (event) =>
      event.seq < seq &&
      event.type === "message.sent" &&
      event.by.kind === "shopper" &&
      event.data.content.kind === "text",
  );
  return asked?.type === "message.sent" && asked.data.content.kind === "text" ? asked.data.content.text : "";
}
