import { effect } from "@preact/signals";
import type { InboxRow } from "@yiwen/shared";
import { shopperName } from "../format/names.ts";
import type { Page } from "../platform/page.ts";
import type { Sound } from "../platform/sound.ts";
import type { Desk } from "./desk.ts";

/** Tells the agent about new handoffs (sound, notice, tab title) and about new words of their own shoppers (sound). */
export function startAlerts(desk: Desk, page: Page, sound: Sound): () => void {
  const { client, settings, notices, me } = desk;
  const rung = new Set<string>();

  const queued = (row: InboxRow) => {
    const key = `${row.conversation.id}:${row.conversation.queue?.since}`;
    if (rung.has(key)) return;
    rung.add(key);
    if (!settings.isMuted.value) sound.handoff();
    const name = shopperName(row.shopper, settings.t.value);
    notices.add({ kind: "queued", conversationId: row.conversation.id, name });
  };

  const wrote = (row: InboxRow) => {
    const isSeen = page.isWatched() && desk.selected.value === row.conversation.id;
    if (!isSeen && !settings.isMuted.value) sound.message();
  };

  const stopRows = client.onRow((row, before) => {
    const { floor, agent, last } = row.conversation;
    if (floor === "queued") return queued(row);
    const isNewWord =
      last?.by.kind === "shopper" && before !== undefined && last.seq > (before.conversation.last?.seq ?? 0);
    if (floor === "human" && agent?.id === me.id && isNewWord) wrote(row);
  });

  const stopTitle = effect(() => {
    const { queue } = desk.state.value.inbox.counts;
    const t = settings.t.value;
    page.setTitle(t.alerts.title(queue, t.product), queue > 0);
  });

  return () => {
    stopRows();
    stopTitle();
  };
}
