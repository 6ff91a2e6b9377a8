import { compareRows } from "@yiwen/shared";
import type { Desk } from "../store/desk.ts";
import type { Action } from "./action.ts";

/** Opens the queue at the shopper who has waited longest. */
export const nextWaiting: Action = {
  name: "nextWaiting",
  icon: "queue",
  keys: ["n"],
  place: "keys",
  allowed: ({ isOnline }) => isOnline,
  run: async (desk) => {
    if (desk.settings.filter.value !== "queue") desk.settings.filter.value = "queue";
    await desk.client.show("queue");
    const next = longestWaiting(desk);
    if (next) desk.select(next);
    else desk.notices.add({ kind: "said", what: "noneWaiting" });
  },
};

/** The one after the selected, when the selected is itself waiting, so that the key steps through the queue. */
function longestWaiting(desk: Desk): string | undefined {
  const waiting = desk.client.state.inbox.rows
    .filter((row) => row.conversation.floor === "queued")
    .sort(compareRows("queue"))
    .map((row) => row.conversation.id);
  const at = waiting.indexOf(desk.selected.value ?? "");
  return waiting[at + 1] ?? waiting[0];
}
