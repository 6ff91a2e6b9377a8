import { ChatPage } from "@yiwen/miniprogram/taro";

/** The chat, in a package of its own. */
export default function Chat() {
  return <ChatPage />;
}
