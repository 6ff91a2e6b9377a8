import { useEffect, useState } from "react";
import { type Chat, type ChatState, createChat } from "./chat.ts";
import { currentSettings, onSettings } from "./settings.ts";

let chat: { of: object; chat: Chat } | undefined;

/** The app's one chat; `undefined` before it was set up. */
function currentChat(): Chat | undefined {
  const yiwen = currentSettings()?.yiwen;
  if (!yiwen) return undefined;
  if (chat?.of !== yiwen) chat = { of: yiwen, chat: createChat(yiwen) };
  return chat.chat;
}

/** The chat and its state, kept up to date; for a page of one's own. `undefined` before `setUpYiwen`. */
export function useChat(): { chat: Chat; state: ChatState } | undefined {
  const [, setVersion] = useState(0);
  const [chat, setChat] = useState(currentChat);
  useEffect(() => onSettings(() => setChat(currentChat())), []);
  useEffect(() => {
    const again = () => setVersion((version) => version + 1);
    again();
    return chat?.subscribe(again);
  }, [chat]);
  return chat && { chat, state: chat.state };
}
