import type { ShopperProfile, ThreadState } from "@yiwen/shared";
import { useEffect, useState } from "preact/hooks";
import { shopperName, speakerName } from "../format/names.ts";
import type { OpenConversation } from "../thread/conversation-of.ts";
import { isSilent, threadItems } from "../thread/items.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";
import { Pending } from "./pending.tsx";
import { PendingPicture } from "./pending-picture.tsx";
import { ThreadItemView } from "./thread-item.tsx";
import { useKeptPlace } from "./use-kept-place.ts";

type Props = { open: OpenConversation; thread: ThreadState & { shopper: ShopperProfile } };

/** The messages, with what only agents see folded in between. */
export function ThreadList({ open, thread }: Props) {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const { view, pending, live } = thread;
  const first = view.events[0]?.seq;
  const newest = view.events.findLast((event) => !isSilent(event))?.seq;
  const isTyping = live.typing !== undefined && live.typing.by.id !== desk.me.id;
  const pictures = desk.pictures.of(view.summary.id).value.filter(({ status }) => status !== "staged");
  const place = useKeptPlace({
    first,
    last: `${newest}.${pending.length}.${pictures.length}.${isTyping}.${live.typing?.text?.length ?? 0}`,
  });
  useReading(open, place.isAtEnd);
  return (
    <div class="thread-place">
      <div
        class="thread-scroll"
        ref={place.box}
        onScroll={place.onScroll}
        role="log"
        aria-label={t.thread.messages}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <div class="thread-list">
          <Older conversationId={view.summary.id} hasOlder={view.hasOlder} />
          {threadItems(view.events).map((item) => (
            <ThreadItemView key={item.key} item={item} thread={thread} />
          ))}
          {pending.map((message) => (
            <Pending key={message.id} message={message} />
          ))}
          {pictures.map((picture) => (
            <PendingPicture key={picture.key} conversationId={view.summary.id} picture={picture} />
          ))}
          {isTyping && live.typing && (
            <p class="typing">
              <span class="typing__dots" aria-hidden="true">
                <i />
                <i />
                <i />
              </span>
              {t.thread.typing(speakerName(live.typing.by, thread.shopper, desk.me.id, t))}
              {live.typing.text && <span class="typing__draft">{live.typing.text}</span>}
            </p>
          )}
        </div>
      </div>
      {!place.isAtEnd && (
        <button type="button" class="to-end" onClick={place.toEnd}>
          <Icon name="down" size={16} />
          {place.hasNews ? t.thread.newMessages : <span class="visually-hidden">{shopperName(thread.shopper, t)}</span>}
        </button>
      )}
    </div>
  );
}

/** The button that reads an older page, or the word that there is none. */
function Older({ conversationId, hasOlder }: { conversationId: string; hasOlder: boolean }) {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const [isLoading, setLoading] = useState(false);
  if (!hasOlder) return <p class="thread-start">{t.thread.start}</p>;
  const load = async () => {
    setLoading(true);
    const result = await desk.client.loadOlder(conversationId);
    setLoading(false);
    if (!result.ok) desk.notices.add({ kind: "refused", error: result.error, conversationId });
  };
  return (
    <button type="button" class="button button--quiet older" disabled={isLoading} onClick={() => void load()}>
      {isLoading ? t.thread.loadingOlder : t.thread.older}
    </button>
  );
}

/** What an agent who has the conversation sees at its end is read. */
function useReading(open: OpenConversation, isAtEnd: boolean): void {
  const { client, me, page } = useDesk();
  const { id, seq, floor, agent, unread } = open.row.conversation;
  const isMine = floor === "human" && agent?.id === me.id;
  useEffect(() => {
    if (!isMine || !isAtEnd || unread.agent === 0) return;
    const read = () => page.isWatched() && client.read(id);
    read();
    return page.onWatched(read);
  }, [id, seq, isMine, isAtEnd, unread.agent, client, page]);
}
