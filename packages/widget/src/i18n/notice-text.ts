import type { NoticeEvent } from "../thread/items.ts";
import type { Strings } from "./strings.ts";

/** The line for an event around the words. */
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
