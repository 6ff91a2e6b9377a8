import type { Action } from "./action.ts";
import { sendCommand } from "./send-command.ts";

/** Takes the floor from the queue or the bot, and puts the cursor where the first words go. */
export const takeOver: Action = {
  name: "takeOver",
  icon: "hand",
  keys: ["t"],
  place: "thread",
  isPrimary: true,
  allowed: ({ isOnline, floor }) => isOnline && (floor === "queued" || floor === "bot"),
  run: async (desk) => {
    if (!(await sendCommand(desk, "conversation.takeOver", {}))) return;
    desk.mode.value = "reply";
    desk.focus.composer.value = true;
  },
};
