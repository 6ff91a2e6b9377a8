import { useEffect, useState } from "react";
import { currentSettings, onSettings } from "./settings.ts";

/** How many messages of the shop's the shopper has not seen yet. */
export function useUnread(): number {
  const [yiwen, setYiwen] = useState(() => currentSettings()?.yiwen);
  const [count, setCount] = useState(0);
  useEffect(() => onSettings(() => setYiwen(currentSettings()?.yiwen)), []);
  useEffect(() => {
    if (!yiwen) return undefined;
    setCount(yiwen.unread.count);
    return yiwen.unread.subscribe(setCount);
  }, [yiwen]);
  return count;
}
