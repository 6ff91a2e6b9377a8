import type { Action } from "./action.ts";
import { isMine } from "./action-view.ts";

/** Puts the cursor in the reply. */
export const reply: Action = {
  name: "reply",
  icon: "reply",
  keys: ["r"],
  place: "keys",
  allowed: isMine,
  run: (desk) => {
    desk.mode.value = "reply";
    desk.focus.composer.value = true;
  },
};
