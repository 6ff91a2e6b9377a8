import { View } from "@tarojs/components";

/** Three dots: an answer is being written. */
export function Typing() {
  return <View className="yw-bubble yw-dots" />;
}
