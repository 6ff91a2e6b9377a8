import type { Action } from "./action.ts";
import { isMine } from "./action-view.ts";

/** Asks how it ended, then closes the conversation: one's own, or one that no colleague has. */
export const close: Action = {
  name: "close",
  icon: "check",
  keys: ["e"],
  place: "thread",
  allowed: (view) => view.isOnline && (isMine(view) || view.floor === "bot" || view.floor === "queued"),
  run: (desk) => {
    desk.dialog.value = "close";
  },
};
