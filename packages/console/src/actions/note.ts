import type { Action } from "./action.ts";

/** Switches between reply and internal note, and puts the cursor there; works while typing too. */
export const note: Action = {
  name: "note",
  icon: "note",
  keys: ["m", "Alt+m"],
  place: "keys",
  allowed: ({ floor }) => floor !== undefined && floor !== "closed",
  run: (desk) => {
    desk.mode.value = desk.mode.value === "note" ? "reply" : "note";
    desk.focus.composer.value = true;
  },
};
