import { useRef } from "react";
import { useChatPage } from "./chat-context.ts";

/** A pause this long is no longer typing. Milliseconds. */
const pauseMs = 3000;

/** Answers a function to call at every change of the text: tells the other side, and when a pause ends it. */
export function useTypingSignal(): (on: boolean) => void {
  const { chat } = useChatPage();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  return (on) => {
    clearTimeout(timer.current);
    chat.typing(on);
    if (on) timer.current = setTimeout(() => chat.typing(false), pauseMs);
  };
}
