import type { HostPages } from "@yiwen/miniprogram/view";
import { createContext, useContext } from "react";
import type { Chat } from "./chat.ts";

/** What every part of the page may use: the chat, and where the host shows things. */
export type ChatPageContext = {
  chat: Chat;
  pages: HostPages;
  /** The server's address, to which a shop's pictures may be relative. */
  server: string;
  /** Where a sent picture is read. */
  imageUrl(uploadId: string): string;
  /** Tells that what stands under the thread has changed its height. */
  footGrew(): void;
};

/** Hands it down to every part. */
export const ChatContext = createContext<ChatPageContext | null>(null);

/** What the parts may use. */
export function useChatPage(): ChatPageContext {
  const context = useContext(ChatContext);
  if (!context) throw new Error("this part belongs inside a ChatPage");
  return context;
}
