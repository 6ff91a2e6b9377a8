import type { ThreadState } from "@yiwen/shared";
import { useLanguage } from "../i18n/context.ts";
import { useStore } from "./use-chat.ts";

/** While a human is waited for: the place, or honestly that nobody is there; always a way back. */
export function QueueBanner({ thread }: { thread: ThreadState }) {
  const { queue: words } = useLanguage().strings;
  const store = useStore();
  const { queue } = thread.view.summary;
  if (!queue) return null;
  const place = thread.live.queue;
  const isWaiting = queue.staffed && !queue.timedOut;
  const title = isWaiting ? words.title : queue.timedOut ? words.late : words.away;
  const more = queue.timedOut ? words.lateMore : words.awayMore;
  const placed = place && (place.ahead ? words.ahead(place.ahead, place.waitMinutes) : words.next(place.waitMinutes));
  return (
    <div class={`banner queue${isWaiting ? "" : " is-away"}`} role="status">
      <span class="pulse" aria-hidden="true" />
      <span class="banner-body">
        <b>{title}</b>
        <span>{isWaiting ? placed : more}</span>
      </span>
      <button type="button" class="button is-plain" onClick={() => store.cancelHandoff()}>
        {isWaiting ? words.cancel : words.backToBot}
      </button>
    </div>
  );
}
