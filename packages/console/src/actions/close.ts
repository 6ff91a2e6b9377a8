import type { Action } from "./action.ts";
import { isMine } from "./action-view.ts";

/** Asks how it ended, then closes the conversation. */
export const close: Action = {
  name: "close",
  icon: "check",
  keys: ["e"],
  place: "thread",
  allowed: (view) => view.isOnline && isMine(view),
  run: (desk) => {
    desk.dialog.value = "close";
  },
};
