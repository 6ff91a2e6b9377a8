import type { ShopperProfile, ThreadState } from "@yiwen/shared";
import { formatClock, formatDay } from "../format/time.ts";
import type { ThreadItem } from "../thread/items.ts";
import { useDesk } from "./desk-context.ts";
import { Group } from "./group.tsx";
import { Icon } from "./icon.tsx";
import { InsightLine } from "./insight.tsx";
import { ReasonsBlock } from "./reasons-block.tsx";
import { Told } from "./told.tsx";

type Props = { item: ThreadItem; thread: ThreadState & { shopper: ShopperProfile } };

/** One item of a thread, whatever it is. */
export function ThreadItemView({ item, thread }: Props) {
  const { settings, now } = useDesk();
  const locale = settings.locale.value;
  const t = settings.t.value;
  switch (item.kind) {
    case "day":
      return (
        <h3 class="day">
          <span>{formatDay(item.at, now.peek(), locale, t)}</span>
        </h3>
      );
    case "group":
      return <Group item={item} thread={thread} />;
    case "note":
      return (
        <div class="note">
          <p class="note__head">
            <Icon name="note" size={14} />
            {item.event.by.name ?? t.speaker.agent} · {t.thread.note}
            <time class="number">{formatClock(item.event.at, locale)}</time>
          </p>
          <p class="note__text">{item.event.data.text}</p>
        </div>
      );
    case "insight":
      return <InsightLine insight={item.insight} />;
    case "reasons":
      return <ReasonsBlock reasons={item.reasons} />;
    case "summary":
      return (
        <div class="note note--summary">
          <p class="note__head">
            <Icon name="spark" size={14} />
            {t.model.summary}
            <time class="number">{formatClock(item.at, locale)}</time>
          </p>
          <p class="note__text">{item.text}</p>
        </div>
      );
    case "told":
      return <Told event={item.event} />;
  }
}
