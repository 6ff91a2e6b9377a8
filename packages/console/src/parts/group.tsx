import type { ShopperProfile, ThreadState, WireEvent } from "@yiwen/shared";
import { ContentCard } from "../cards/index.tsx";
import { speakerName } from "../format/names.ts";
import { formatClock, formatMoment } from "../format/time.ts";
import type { ThreadItem } from "../thread/items.ts";
import { useDesk } from "./desk-context.ts";
import { KeepButton } from "./keep-button.tsx";
import { Sources } from "./sources.tsx";

type Props = {
  item: Extract<ThreadItem, { kind: "group" }>;
  thread: ThreadState & { shopper: ShopperProfile };
};

/** What one speaker said within a minute: name and time once, then the bubbles. */
export function Group({ item, thread }: Props) {
  const { settings, me } = useDesk();
  const t = settings.t.value;
  const locale = settings.locale.value;
  const { by, messages, at } = item;
  const side = by.kind === "shopper" ? "left" : "right";
  const last = messages.at(-1);
  return (
    <div class={`group group--${side} group--${by.kind}`}>
      {!item.continues && (
        <p class="group__head">
          <span class="group__name">{speakerName(by, thread.shopper, me.id, t)}</span>
          <time class="number" dateTime={new Date(at).toISOString()} title={formatMoment(at, locale)}>
            {formatClock(at, locale)}
          </time>
        </p>
      )}
      {messages.map((event) => (
        <div key={event.seq} class="bubble-line">
          <div class={`bubble bubble--${event.data.content.kind}`}>
            <ContentCard content={event.data.content} held={item.held.get(event.data.id)} />
          </div>
          <KeepButton event={event} events={thread.view.events} />
          {event.data.sources && event.data.sources.length > 0 && <Sources sources={event.data.sources} />}
        </div>
      ))}
      {last && <ReadState last={last} thread={thread} />}
    </div>
  );
}

/** Under the latest words of the shop: whether the shopper has read them. */
function ReadState({ last, thread }: { last: WireEvent<"message.sent">; thread: ThreadState }) {
  const t = useDesk().settings.t.value;
  const { summary } = thread.view;
  if (last.by.kind !== "agent" || summary.last?.seq !== last.seq) return null;
  return <p class="group__state">{summary.read.shopper >= last.seq ? t.thread.read : t.thread.unread}</p>;
}
