import type { Action } from "./action.ts";
import { isMine } from "./action-view.ts";

/** Asks which colleague gets the conversation. */
export const transfer: Action = {
  name: "transfer",
  icon: "forward",
  keys: ["f"],
  place: "thread",
  allowed: (view) => view.isOnline && isMine(view),
  run: (desk) => {
    desk.dialog.value = "transfer";
  },
};
