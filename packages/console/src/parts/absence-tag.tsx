import type { Summary } from "@yiwen/shared";
import { useDesk } from "./desk-context.ts";

/** The shopper is away: called back, or why they could not be. Nothing while they are there. */
export function AbsenceTag({ conversation: { absence } }: { conversation: Summary }) {
  const t = useDesk().settings.t.value;
  if (!absence) return null;
  const { reason } = absence;
  return (
    <span class={`tag tag--${reason ? "warning" : "accent"}`} title={reason && t.unreachable[reason]}>
      {reason ? t.inbox.unreachable : t.inbox.notified}
    </span>
  );
}
