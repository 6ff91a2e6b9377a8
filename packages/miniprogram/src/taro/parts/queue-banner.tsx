import { Button, Text, View } from "@tarojs/components";
import type { ThreadState } from "@yiwen/miniprogram";
import { useChatPage } from "../chat-context.ts";
import { useLanguage } from "../use-language.ts";
import { NotifyButton } from "./notify-button.tsx";

/** While a human is waited for: the place, or honestly that nobody is there; always a way back. */
export function QueueBanner({ thread, canNotify }: { thread: ThreadState; canNotify: boolean }) {
  const { texts } = useLanguage();
  const { chat } = useChatPage();
  const words = texts.queue;
  const { queue } = thread.view.summary;
  if (!queue) return null;
  const place = thread.live.queue;
  const isWaiting = queue.staffed && !queue.timedOut;
  const title = isWaiting ? words.title : queue.timedOut ? words.late : words.away;
  const more = queue.timedOut ? words.lateMore : words.awayMore;
  const placed = place && (place.ahead ? words.ahead(place.ahead, place.waitMinutes) : words.next(place.waitMinutes));
  return (
    <View className={`yw-banner yw-queue${isWaiting ? "" : " yw-is-away"}`}>
      <View className="yw-pulse" />
      <View className="yw-banner-body">
        <Text className="yw-strong">{title}</Text>
        <Text>{isWaiting ? placed : more}</Text>
        {canNotify && <NotifyButton />}
      </View>
      <Button className="yw-button yw-plain yw-cancel" onClick={chat.cancelHandoff}>
        {isWaiting ? words.cancel : words.backToBot}
      </Button>
    </View>
  );
}
