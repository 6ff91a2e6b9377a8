import type { ThreadState } from "@yiwen/shared";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { ChatState } from "../chat/store.ts";
import { useLanguage } from "../i18n/context.ts";
import { Choices } from "../parts/choices.tsx";
import { Icon } from "../parts/icon.tsx";
import { QueueBanner } from "../parts/queue-banner.tsx";
import { ThreadList } from "../parts/thread-list.tsx";
import { Typing } from "../parts/typing.tsx";
import { useStore } from "../parts/use-chat.ts";
import { useScroll } from "../parts/use-scroll.ts";
import { threadItems } from "../thread/items.ts";
import { aboutToSpeak, activeChoices, answerExpectedMs, statedMessage } from "../thread/waiting.ts";

/** The open conversation: what was said, and where to say more. */
export function Conversation({ state, thread }: { state: ChatState; thread: ThreadState }) {
  const { strings } = useLanguage();
  const store = useStore();
  const { view, pending, live } = thread;
  const { pictures } = state;
  const items = useMemo(() => threadItems({ view, pending, pictures }), [view, pending, pictures]);
  const speaker = useSpeaker(thread);
  const choices = view.summary.floor === "closed" ? undefined : activeChoices(items);
  const last = items.at(-1);
  const end = `${last?.key}/${last?.kind === "group" && last.messages.length}/${speaker?.from}/${choices?.key}`;
  const scroll = useScroll(`${view.events[0]?.seq}`, end, state.isOpen);
  const isOnline = state.shopper.connection === "online";
  const [isLoadingOlder, setLoadingOlder] = useState(false);
  const { unread } = view.summary;

  useEffect(() => {
    if (state.isOpen && scroll.isAtEnd) store.read();
  }, [view.seq, state.isOpen, scroll.isAtEnd]);

  // Whoever says something wants to see it, wherever they were reading.
  useEffect(() => scroll.toEnd(), [pending.length, pictures.length]);

  const loadOlder = async () => {
    setLoadingOlder(true);
    await store.loadOlder();
    setLoadingOlder(false);
  };
  return (
    <>
      <QueueBanner thread={{ view, pending, live }} />
      <div class="thread" ref={scroll.box} onScroll={scroll.onScroll}>
        {view.hasOlder && (
          <button type="button" class="button is-plain older" disabled={isLoadingOlder} onClick={loadOlder}>
            {isLoadingOlder ? strings.loadingOlder : strings.older}
          </button>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <div class="log" role="log" tabIndex={0} aria-label={strings.thread} aria-busy={isLoadingOlder}>
          <ThreadList items={items} cards={state.shopper.cards} stated={statedMessage(items)} isOnline={isOnline} />
          {speaker && <Typing {...speaker} />}
        </div>
        {choices && <Choices choices={choices.choices} />}
      </div>
      {!scroll.isAtEnd && (
        <button type="button" class="to-end" onClick={scroll.toEnd} aria-label={strings.toLatest}>
          <Icon name="down" />
          {unread.shopper > 0 && strings.newMessages(unread.shopper)}
        </button>
      )}
    </>
  );
}

/** Who is about to speak; looks again when an expected answer is overdue. */
function useSpeaker(thread: ThreadState): ReturnType<typeof aboutToSpeak> {
  const [, setChecked] = useState(0);
  const isExpected = aboutToSpeak(thread, Date.now()) !== undefined;
  useEffect(() => {
    if (!isExpected) return;
    const timer = setTimeout(() => setChecked(Date.now()), answerExpectedMs);
    return () => clearTimeout(timer);
  }, [isExpected, thread.view.seq]);
  return aboutToSpeak(thread, Date.now());
}
