import { slotSize } from "@yiwen/miniprogram/view";
import { useEffect, useRef, useState } from "react";
import { useChatPage } from "../chat-context.ts";
import type { Slots } from "./use-slots.ts";

/** Shows up to twenty older lines: those the page has already, or some from the server. One step at a time. */
export function useOlder(hasOlder: boolean, slots: Slots): { isLoading: boolean; showOlder(): void } {
  const { chat } = useChatPage();
  const [isLoading, setLoading] = useState(false);
  const isBusy = useRef(false);
  /** Where the lines began when more of them were asked for. */
  const asked = useRef<number>();
  const { offset } = slots.placement;

  const show = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    if (slots.hasMoreAbove) await slots.older();
    else if (hasOlder) {
      asked.current = offset;
      setLoading(true);
      await chat.loadOlder();
      setLoading(false);
    }
    isBusy.current = false;
  };
  useEffect(() => {
    const before = asked.current;
    asked.current = undefined;
    // Where the uppermost slot had room, what came has filled it: a whole slot more would be too much at once.
    if (before !== undefined && before % slotSize === 0) void slots.older();
  }, [offset]);
  return { isLoading, showOlder: () => void show() };
}
