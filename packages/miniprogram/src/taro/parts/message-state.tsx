import { View } from "@tarojs/components";
import type { MessageItem } from "@yiwen/miniprogram/view";
import { useLanguage } from "../use-language.ts";
import { Icon, type IconName } from "./icon.tsx";

const icons: Record<Exclude<MessageItem["state"], "failed">, IconName> = {
  sending: "clock",
  sent: "check",
  read: "read",
};

/** Whether the shopper's latest words were sent and read; a failed one says so itself. */
export function MessageState({ state, isOnline }: { state: MessageItem["state"]; isOnline: boolean }) {
  const { message } = useLanguage().texts;
  if (state === "failed") return null;
  return (
    <View className={`yw-state yw-is-${state}`}>
      <Icon name={icons[state]} />
      {state === "sending" && !isOnline ? message.waiting : message[state]}
    </View>
  );
}
