import type { HandoffReason } from "@yiwen/shared";
import { reasonDetail } from "../format/reasons.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";

/** Why the bot gave up the floor, with the numbers that decided it. */
export function ReasonsBlock({ reasons }: { reasons: HandoffReason[] }) {
  const t = useDesk().settings.t.value;
  return (
    <div class="reasons-block">
      <p class="reasons-block__head">
        <Icon name="alert" size={14} />
        {t.insight.handoff}
      </p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.code}>{reasonDetail(reason, t)}</li>
        ))}
      </ul>
    </div>
  );
}
