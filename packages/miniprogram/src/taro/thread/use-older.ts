import { useRef, useState } from "react";
import { useChatPage } from "../chat-context.ts";
import type { Slots } from "./use-slots.ts";

/** Shows twenty older lines: those the page has already, or a page from the server. One at a time. */
export function useOlder(hasOlder: boolean, slots: Slots): { isLoading: boolean; showOlder(): void } {
  const { chat } = useChatPage();
  const [isLoading, setLoading] = useState(false);
  const latest = useRef(slots);
  latest.current = slots;
  const isBusy = useRef(false);
  const show = async () => {
    if (isBusy.current || !(hasOlder || latest.current.hasMoreAbove)) return;
    isBusy.current = true;
    if (!latest.current.hasMoreAbove) {
      setLoading(true);
      await chat.loadOlder();
      setLoading(false);
    }
    await latest.current.older();
    isBusy.current = false;
  };
  return { isLoading, showOlder: () => void show() };
}
