import type { InboxRow, Summary } from "@yiwen/shared";
import { avatarName, shopperName } from "../format/names.ts";
import { formatAgo } from "../format/time.ts";
import { AbsenceTag } from "./absence-tag.tsx";
import { Avatar } from "./avatar.tsx";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";
import { Mood } from "./mood.tsx";
import { ReasonChips } from "./reason-chips.tsx";
import { WaitTime } from "./wait-time.tsx";

/** One conversation in the list. */
export function Row({ row }: { row: InboxRow }) {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const { conversation, shopper } = row;
  const { id, unread, floor, reasons } = conversation;
  const name = shopperName(shopper, t);
  const isCurrent = desk.selected.value === id;
  const isUnread = unread.agent > 0 && floor !== "closed" && floor !== "bot";
  return (
    <li>
      <button
        type="button"
        class={`row${isUnread ? " row--unread" : ""}`}
        aria-current={isCurrent}
        onClick={() => desk.select(id)}
      >
        <Avatar id={shopper.id} name={avatarName(shopper)} />
        <span class="row__body">
          <span class="row__line">
            <span class="row__name">{name}</span>
            {conversation.mood && <Mood mood={conversation.mood} />}
            <RowTime conversation={conversation} />
          </span>
          <span class="row__line">
            <span class="row__preview">
              <Preview conversation={conversation} />
            </span>
            {isUnread && (
              <span class="badge number" title={t.inbox.unread(unread.agent)}>
                {unread.agent}
                <span class="visually-hidden"> {t.inbox.unread(unread.agent)}</span>
              </span>
            )}
          </span>
          {floor === "queued" && reasons && reasons.length > 0 && <ReasonChips reasons={reasons} most={2} />}
          <RowFoot conversation={conversation} />
        </span>
      </button>
    </li>
  );
}

function RowTime({ conversation }: { conversation: Summary }) {
  const { now, settings } = useDesk();
  if (conversation.floor === "queued" && conversation.queue) {
    return (
      <span class="row__wait">
        <WaitTime since={conversation.queue.since} />
      </span>
    );
  }
  return (
    <span class="row__time number">
      {formatAgo(conversation.lastAt, now.value, settings.locale.value, settings.t.value)}
    </span>
  );
}

function Preview({ conversation }: { conversation: Summary }) {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const { last } = conversation;
  if (!last) return <>{t.told.opened}</>;
  const { products } = desk.cards.value;
  const words = last.kind === "product" ? (products[last.preview]?.title ?? t.side.product) : last.preview;
  const named = last.kind === "image" ? `[${t.picture.alt}]` : words;
  const text = last.kind === "order" ? `${t.side.orders} ${last.preview}` : named;
  if (last.by.kind === "shopper") return <>{text}</>;
  const who = last.by.kind === "bot" ? t.inbox.bot : last.by.id === desk.me.id ? t.inbox.you : last.by.name;
  return (
    <>
      <span class="row__who">{who}: </span>
      {text}
    </>
  );
}

/** Product, who has it, and whether the wait went wrong. */
function RowFoot({ conversation }: { conversation: Summary }) {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const { consult, queue, agent, floor, closed, absence } = conversation;
  const title = consult?.productId && desk.cards.value.products[consult.productId]?.title;
  const holder = floor === "human" && agent ? (agent.id === desk.me.id ? t.inbox.you : agent.name) : undefined;
  if (!title && !holder && !absence && !queue?.timedOut && queue?.staffed !== false && !closed && floor !== "bot")
    return null;
  return (
    <span class="row__line row__foot">
      {title && (
        <span class="row__product">
          <Icon name="bag" size={13} />
          {title}
        </span>
      )}
      {queue?.timedOut && <span class="tag tag--danger">{t.inbox.timedOut}</span>}
      {queue && !queue.staffed && <span class="tag">{t.inbox.unstaffed}</span>}
      {floor === "bot" && <span class="tag">{t.inbox.bot}</span>}
      {holder && <span class="tag tag--accent">{holder}</span>}
      <AbsenceTag conversation={conversation} />
      {closed && <span class="tag">{t.resolutions[closed.resolution]}</span>}
    </span>
  );
}
