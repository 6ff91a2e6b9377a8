import type { Action } from "./action.ts";
import { isMine } from "./action-view.ts";
import { sendCommand } from "./send-command.ts";

/** Gives the conversation back to the bot. */
export const returnToBot: Action = {
  name: "returnToBot",
  icon: "bot",
  keys: ["b"],
  place: "thread",
  allowed: (view) => view.isOnline && isMine(view),
  run: async (desk) => {
    if (await sendCommand(desk, "conversation.returnToBot", {})) desk.notices.add({ kind: "said", what: "returned" });
  },
};
