import { topicName } from "../format/reasons.ts";
import type { Desk } from "../store/desk.ts";
import type { Notice } from "../store/notices.ts";
import { conversationOf } from "../thread/conversation-of.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";

/** Passing words in the corner: a shopper waits, a command was refused, something is done. */
export function Notices() {
  const desk = useDesk();
  const t = desk.settings.t.value;
  return (
    <div class="notices" role="status" aria-live="polite">
      {desk.notices.list.value
        .filter((notice) => isNews(notice, desk))
        .map((notice) => (
          <div key={notice.id} class={`notice notice--${notice.kind}`}>
            <p>{noticeText(notice, desk)}</p>
            {(notice.kind === "queued" || notice.kind === "received") && (
              <button
                type="button"
                class="link-button"
                onClick={() => {
                  desk.select(notice.conversationId);
                  desk.notices.dismiss(notice.id);
                }}
              >
                {t.alerts.open}
              </button>
            )}
            <button
              type="button"
              class="icon-button icon-button--small"
              aria-label={t.alerts.dismiss}
              onClick={() => desk.notices.dismiss(notice.id)}
            >
              <Icon name="x" size={14} />
            </button>
          </div>
        ))}
    </div>
  );
}

/** That a shopper waits is no news once the agent looks at them or somebody came. */
function isNews(notice: Notice, desk: Desk): boolean {
  if (notice.kind !== "queued" && notice.kind !== "received") return true;
  if (notice.conversationId === desk.selected.value) return false;
  if (notice.kind === "received") return true;
  const row = conversationOf(desk.state.value, notice.conversationId)?.row;
  return row ? row.conversation.floor === "queued" : desk.state.value.inbox.filter !== "queue";
}

/** The words of a notice. A lost race names the winner as soon as it is known who that is. */
export function noticeText(notice: Notice, desk: Pick<Desk, "state" | "settings" | "me">): string {
  const t = desk.settings.t.value;
  switch (notice.kind) {
    case "queued":
      return t.alerts.queued(notice.name);
    case "received":
      return t.alerts.received(notice.name);
    case "transferred":
      return t.alerts.transferred(notice.name);
    case "corrected":
      return t.correct.learnt(topicName(notice.intent, t));
    case "said":
      return t.alerts[notice.what];
    case "refused": {
      const { code } = notice.error;
      const winner = conversationOf(desk.state.value, notice.conversationId)?.row.conversation.agent;
      if ((code === "already_taken" || code === "not_yours") && winner && winner.id !== desk.me.id) {
        return t.alerts.taken(winner.name);
      }
      return t.errors[code] ?? t.errors.internal_error;
    }
  }
}
