import type { ChatModule } from "../host/contract.ts";
import { createSocketTransport } from "../platform/socket.ts";
import { mountChat } from "./mount-chat.tsx";

/** The chat as the launcher fetches it. */
export const mount: ChatModule["mount"] = (host, locale, strings) =>
  mountChat(host, { locale, strings }, createSocketTransport);
