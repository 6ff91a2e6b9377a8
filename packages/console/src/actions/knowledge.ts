import type { Action } from "./action.ts";

/** Opens what the bot knows, and closes it again. */
export const knowledge: Action = {
  name: "knowledge",
  icon: "book",
  keys: ["l"],
  place: "menu",
  forSupervisors: true,
  allowed: ({ isSupervisor }) => isSupervisor,
  run: (desk) => desk.showScreen(desk.screen.value === "knowledge" ? "inbox" : "knowledge"),
};
