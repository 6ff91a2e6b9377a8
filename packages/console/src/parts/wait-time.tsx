import { formatWait } from "../format/time.ts";
import { useDesk } from "./desk-context.ts";

const longMs = 3 * 60_000;

/** How long a shopper has waited, ticking; it turns to a warning after three minutes. */
export function WaitTime({ since }: { since: number }) {
  const { now, settings } = useDesk();
  const waited = now.value - since;
  const text = formatWait(waited, settings.t.value);
  return (
    <span class={`wait number${waited >= longMs ? " wait--long" : ""}`} title={settings.t.value.inbox.waiting(text)}>
      {text}
    </span>
  );
}
