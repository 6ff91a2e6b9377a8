import { effect } from "@preact/signals";
import { belongs, type InboxRow } from "@yiwen/shared";
import { shopperName } from "../format/names.ts";
import type { Page } from "../platform/page.ts";
import type { Sound } from "../platform/sound.ts";
import type { Desk } from "./desk.ts";
import { watchOwn } from "./own-conversations.ts";

/** Tells the agent about new handoffs, conversations handed to them, and new words of their own shoppers. */
export function startAlerts(desk: Desk, page: Page, sound: Sound): () => void {
  const stopTitle = effect(() => {
    const { queue } = desk.state.value.inbox.counts;
    const t = desk.settings.t.value;
    page.setTitle(t.alerts.title(queue, t.product), queue > 0);
  });
  const rung = new Set<string>();
  const mine = watchOwn(desk);
  const ring = (which: keyof Sound) => !desk.settings.isMuted.value && sound[which]();
  const isSeen = (row: InboxRow) => page.isWatched() && desk.selected.value === row.conversation.id;
  const tell = (kind: "queued" | "received", { shopper, conversation }: InboxRow) => {
    ring("handoff");
    const name = shopperName(shopper, desk.settings.t.value);
    desk.notices.add({ kind, conversationId: conversation.id, name });
  };

  const stopRows = desk.client.onRow((row, before) => {
    const { id, floor, queue, last } = row.conversation;
    const isNewlyMine = mine.take(row);
    const wait = `${id}:${queue?.since}`;
    if (floor === "queued" && !rung.has(wait)) {
      rung.add(wait);
      tell("queued", row);
    }
    if (!belongs(row, "mine", desk.me.id) || isSeen(row)) return;
    if (isNewlyMine) tell("received", row);
    const isNewWord = last?.by.kind === "shopper" && last.seq > (before?.conversation.last?.seq ?? last.seq);
    if (isNewWord && !isNewlyMine) ring("message");
  });

  return () => {
    stopRows();
    stopTitle();
    mine.stop();
  };
}
