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
    const { shown, mode } = desk;
    const before = [shown.value, mode.value];
    if (!(await sendCommand(desk, "conversation.takeOver", {}))) return;
    // Whoever has moved on, or begun a note, is not called back.
    if (shown.value !== before[0] || mode.value !== before[1]) return;
    desk.mode.value = "reply";
    desk.focus.composer.value = true;
  },
};
