import { useEffect, useRef } from "preact/hooks";
import { useDesk } from "./desk-context.ts";

/** Says that the agent types while they write to the shopper, and that they stopped when they leave or send. */
export function useTyping(conversationId: string, isOn: boolean) {
  const { client } = useDesk();
  const isTyping = useRef(false);
  const say = (on: boolean) => {
    if (!isOn || (!on && !isTyping.current)) return;
    isTyping.current = on;
    client.typing(conversationId, on);
  };
  const stop = () => say(false);
  const latest = useRef(stop);
  latest.current = stop;
  useEffect(() => () => latest.current(), []);
  return { changed: (text: string) => say(text.trim().length > 0 && !text.startsWith("/")), stop };
}
