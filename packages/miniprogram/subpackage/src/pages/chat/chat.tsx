import { ChatPage } from "@yiwen/miniprogram/taro";
import { useState } from "react";
import { setUpFromHost } from "../../set-up-from-host.ts";

/** The page as a native host opens it; what the host says now counts, so it is asked every time. */
export default function Chat() {
  useState(setUpFromHost);
  return <ChatPage />;
}
