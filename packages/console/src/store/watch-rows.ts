import { computed, effect, untracked } from "@preact/signals";
import { type InboxRow, limits } from "@yiwen/shared";
import type { Desk } from "./desk.ts";
import { createRowMemory, type News } from "./row-news.ts";

export type RowNews = { what: News; row: InboxRow };

/**
 * Tells what rows tell anew, whether they changed live, came with a page, or changed while there was no connection.
 * What the first connection finds is known, not news.
 */
export function watchRows(desk: Desk, tell: (news: RowNews[]) => void): () => void {
  const memory = createRowMemory(desk.me.id);
  let isKnown = false;
  let isAsked = false;
  const take = (rows: InboxRow[]) => {
    const news = rows.flatMap((row) => {
      const what = memory.take(row);
      return what ? [{ what, row }] : [];
    });
    if (isKnown && news.length > 0) tell(news);
  };
  const catchUp = async () => {
    isAsked = true;
    const own = memory.own();
    const [queue, mine] = await Promise.all([firstRows(desk, "queue"), firstRows(desk, "mine")]);
    isAsked = queue !== undefined && mine !== undefined;
    if (!queue || !mine) return;
    take([...queue, ...mine]);
    isKnown = true;
    for (const id of own) if (!mine.some(({ conversation }) => conversation.id === id)) memory.disown(id);
  };
  const rows = computed(() => desk.state.value.inbox.rows);
  const stops = [
    desk.client.onRow((row) => take([row])),
    effect(() => {
      const loaded = rows.value;
      untracked(() => take(loaded));
    }),
    effect(() => {
      if (desk.state.value.connection !== "online") isAsked = false;
      // A reading that failed is tried again with the next change of anything.
      else if (!isAsked) void catchUp();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The rows of another list than is shown, as many as one page holds. */
async function firstRows({ client }: Desk, filter: "queue" | "mine"): Promise<InboxRow[] | undefined> {
  const result = await client.command("inbox.open", { filter, limit: limits.inboxPageSize });
  return result.ok ? result.data.rows : undefined;
}
