import { reasonDetail } from "../format/reasons.ts";
import type { OpenConversation } from "../thread/conversation-of.ts";
import { useDesk } from "./desk-context.ts";
import { Section } from "./section.tsx";

/** Why this conversation went to a human, in full. */
export function SideReasons({ open }: { open: OpenConversation }) {
  const t = useDesk().settings.t.value;
  const { reasons } = open.row.conversation;
  if (!reasons || reasons.length === 0) return null;
  return (
    <Section title={t.side.reasons}>
      <ul class="side-reasons">
        {reasons.map((reason) => (
          <li key={reason.code}>
            <strong>{t.reasons[reason.code]}</strong>
            <span>{reasonDetail(reason, t)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
