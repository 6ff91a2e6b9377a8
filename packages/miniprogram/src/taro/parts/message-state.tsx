import { View } from "@tarojs/components";
import { errorText, type MessageItem } from "@yiwen/miniprogram/view";
import { useLanguage } from "../use-language.ts";

type Props = Pick<MessageItem, "state" | "error"> & { isOnline: boolean };

/** Whether the shopper's latest words were sent and read, or why they wait; a failed one says so itself. */
export function MessageState({ state, error, isOnline }: Props) {
  const { texts } = useLanguage();
  const { message } = texts;
  if (state === "failed") return null;
  const sending = error ? errorText(texts, error.code) : message.sending;
  const words = state !== "sending" ? message[state] : isOnline ? sending : message.waiting;
  return <View className={`yw-state yw-is-${state}`}>{words}</View>;
}
