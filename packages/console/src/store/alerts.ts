import { effect } from "@preact/signals";
import { shopperName } from "../format/names.ts";
import type { Page } from "../platform/page.ts";
import type { Sound } from "../platform/sound.ts";
import type { Desk } from "./desk.ts";
import { type RowNews, watchRows } from "./watch-rows.ts";

/** Tells the agent about new handoffs, conversations handed to them, and new words of their own shoppers. */
export function startAlerts(desk: Desk, page: Page, sound: Sound): () => void {
  const stopTitle = effect(() => {
    const { queue } = desk.state.value.inbox.counts;
    const t = desk.settings.t.value;
    page.setTitle(t.alerts.title(queue, t.product), queue > 0);
  });
  const isSeen = ({ row }: RowNews) => page.isWatched() && desk.shown.value === row.conversation.id;
  const ring = (which: keyof Sound) => !desk.settings.isMuted.value && sound[which]();

  // However many came at once, each sound is heard once.
  const stopRows = watchRows(desk, (all) => {
    const news = all.filter((one) => one.what === "queued" || !isSeen(one));
    for (const { what, row } of news) {
      if (what === "spoke") continue;
      const name = shopperName(row.shopper, desk.settings.t.value);
      desk.notices.add({ kind: what, conversationId: row.conversation.id, name });
    }
    if (news.some(({ what }) => what !== "spoke")) ring("handoff");
    if (news.some(({ what }) => what === "spoke")) ring("message");
  });

  return () => {
    stopRows();
    stopTitle();
  };
}
