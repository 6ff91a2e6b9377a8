import type { Desk } from "../store/desk.ts";
import { visibleRows } from "../store/visible-rows.ts";
import type { Action } from "./action.ts";

/** Opens the conversation below the selected one. */
export const next: Action = {
  name: "next",
  icon: "down",
  keys: ["j"],
  place: "keys",
  allowed: ({ screen }) => screen === "inbox",
  run: (desk) => step(desk, 1),
};

/** Opens the conversation above the selected one. */
export const previous: Action = {
  name: "previous",
  icon: "up",
  keys: ["k"],
  place: "keys",
  allowed: ({ screen }) => screen === "inbox",
  run: (desk) => step(desk, -1),
};

function step(desk: Desk, by: 1 | -1): void {
  const ids = visibleRows(desk).map((row) => row.conversation.id);
  const at = ids.indexOf(desk.selected.value ?? "");
  const to = at < 0 ? (by === 1 ? 0 : ids.length - 1) : Math.max(0, Math.min(ids.length - 1, at + by));
  const id = ids[to];
  if (id) desk.select(id);
}
