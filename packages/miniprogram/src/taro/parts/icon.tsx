import { View } from "@tarojs/components";

export type IconName =
  | "agent"
  | "alert"
  | "bag"
  | "bell"
  | "check"
  | "clock"
  | "copy"
  | "down"
  | "offline"
  | "picture"
  | "read"
  | "send"
  | "spark"
  | "star"
  | "ticket";

/** A line icon in the colour of the text around it; decoration, never the only carrier of a meaning. */
export function Icon({ name }: { name: IconName }) {
  return <View className={`yw-icon yw-icon-${name}`} />;
}
