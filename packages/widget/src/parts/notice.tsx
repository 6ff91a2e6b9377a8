import { useLanguage } from "../i18n/context.ts";
import { noticeText } from "../i18n/notice-text.ts";
import type { NoticeEvent } from "../thread/items.ts";

/** What happened around the words: one quiet line. */
export function Notice({ event }: { event: NoticeEvent }) {
  const { strings } = useLanguage();
  return <p class="notice">{noticeText(strings.notice, event)}</p>;
}
