import { useLanguage } from "../i18n/context.ts";
import type { Strings } from "../i18n/strings.ts";
import type { NoticeEvent } from "../thread/items.ts";

/** What happened around the words: one quiet line. */
export function Notice({ event }: { event: NoticeEvent }) {
  const { strings } = useLanguage();
  return <p class="notice">{noticeText(strings.notice, event)}</p>;
}

/** The line for an event. */
export function noticeText(notice: Strings["notice"], event: NoticeEvent): string {
  switch (event.type) {
    case "handoff.requested":
      return event.data.staffed ? notice.queued : notice.leftWord;
    case "handoff.cancelled":
      return notice.cancelled;
    case "handoff.timedOut":
      return notice.timedOut;
    case "agent.joined":
      return notice.joined(event.data.name);
    case "agent.left":
      return notice[event.data.why](event.data.name);
    case "conversation.closed":
      return notice.closed;
    case "conversation.rated":
      return notice.rated(event.data.score);
  }
}
