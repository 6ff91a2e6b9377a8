import { shopperName } from "../format/names.ts";
import { topicName } from "../format/reasons.ts";
import type { Desk } from "../store/desk.ts";
import type { Notice } from "../store/notices.ts";
import type { Unsent } from "../store/unsent.ts";
import { conversationOf } from "../thread/conversation-of.ts";
import { useDesk } from "./desk-context.ts";
import { NoticeBox } from "./notice-box.tsx";

/** Words in the corner: in passing, that a shopper waits, a command was refused, something is done; lasting, what was not sent. */
export function Notices() {
  const desk = useDesk();
  const { notices, unsent } = desk;
  return (
    <div class="notices" role="status" aria-live="polite">
      {unsent.list.value.map((one) => (
        <NoticeBox
          key={one.conversationId}
          kind="unsent"
          text={unsentText(one, desk)}
          onOpen={() => desk.select(one.conversationId)}
          onDismiss={() => unsent.dismiss(one.conversationId)}
        />
      ))}
      {notices.list.value
        .filter((notice) => isNews(notice, desk))
        .map((notice) => (
          <NoticeBox
            key={notice.id}
            kind={notice.kind}
            text={noticeText(notice, desk)}
            onOpen={opening(notice, desk)}
            onDismiss={() => notices.dismiss(notice.id)}
          />
        ))}
    </div>
  );
}

function opening(notice: Notice, desk: Desk): (() => void) | undefined {
  if (notice.kind !== "queued" && notice.kind !== "received") return undefined;
  return () => {
    desk.select(notice.conversationId);
    desk.notices.dismiss(notice.id);
  };
}

function unsentText({ conversationId, shopper }: Unsent, { state, settings }: Desk): string {
  const t = settings.t.value;
  const known = shopper ?? conversationOf(state.value, conversationId)?.row.shopper;
  return known ? t.alerts.unsent(shopperName(known, t)) : t.alerts.unsentSomewhere;
}

/** That a shopper waits is no news once the agent looks at them or somebody came. */
export function isNews(notice: Notice, desk: Pick<Desk, "state" | "shown">): boolean {
  if (notice.kind !== "queued" && notice.kind !== "received") return true;
  if (notice.conversationId === desk.shown.value) return false;
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
