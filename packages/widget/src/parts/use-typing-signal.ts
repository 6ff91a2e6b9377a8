import { useRef } from "preact/hooks";
import { useStore } from "./use-chat.ts";

/** A pause this long is no longer typing. Milliseconds. */
const pauseMs = 3000;

/** Answers a function to call at every change of the text: tells the other side, and when a pause ends it. */
export function useTypingSignal(): (on: boolean) => void {
  const store = useStore();
  const timer = useRef(0);
  return (on) => {
    clearTimeout(timer.current);
    store.typing(on);
    if (on) timer.current = window.setTimeout(() => store.typing(false), pauseMs);
  };
}
