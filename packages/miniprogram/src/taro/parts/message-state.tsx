import { View } from "@tarojs/components";
import type { MessageItem } from "@yiwen/miniprogram/view";
import { useLanguage } from "../use-language.ts";

/** Whether the shopper's latest words were sent and read; a failed one says so itself. */
export function MessageState({ state, isOnline }: { state: MessageItem["state"]; isOnline: boolean }) {
  const { message } = useLanguage().texts;
  if (state === "failed") return null;
  const words = state === "sending" && !isOnline ? message.waiting : message[state];
  return <View className={`yw-state yw-is-${state}`}>{words}</View>;
}
