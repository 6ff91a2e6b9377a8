import { View } from "@tarojs/components";
import { useUnread } from "./use-unread.ts";
import "./styles/buttons.css";

/** Counts past this are shown as "99+". */
const most = 99;

/** How many of the shop's messages wait, as a red dot with a number; nothing when there are none. */
export function UnreadBadge({ className = "" }: { className?: string }) {
  const count = useUnread();
  if (count === 0) return null;
  return <View className={`yw-badge ${className}`}>{count > most ? `${most}+` : count}</View>;
}
