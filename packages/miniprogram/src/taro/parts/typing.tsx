import { View } from "@tarojs/components";

/** An answer is being written: what there is of it, or three dots. */
export function Typing({ text }: { text: string | undefined }) {
  return text ? <View className="yw-bubble">{text}</View> : <View className="yw-bubble yw-dots" />;
}
