import { View } from "@tarojs/components";
import "./icon.css";

/** A line icon of the colour of the text around it. */
export function Icon({ name }: { name: "chat" | "search" | "truck" | "cart" }) {
  return <View className={`icon icon-${name}`} />;
}
