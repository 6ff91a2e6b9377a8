import { Button, ScrollView, View } from "@tarojs/components";
import type { ThreadState } from "@yiwen/miniprogram";
import { activeChoices, linesIn, rowsOf, slotCount, statedState } from "@yiwen/miniprogram/view";
import { useEffect, useMemo, useRef } from "react";
import type { ChatState } from "../chat.ts";
import { useChatPage } from "../chat-context.ts";
import { Choices } from "../parts/choices.tsx";
import { Icon } from "../parts/icon.tsx";
import { MessageState } from "../parts/message-state.tsx";
import { Typing } from "../parts/typing.tsx";
import { useLanguage } from "../use-language.ts";
import { threadClass } from "./measure.ts";
import { noCards, noRows, Slot } from "./slot.tsx";
import { Uploads } from "./uploads.tsx";
import { useOlder } from "./use-older.ts";
import { useScroll } from "./use-scroll.ts";
import { gapsOf, useSlots } from "./use-slots.ts";
import { useSpeaker } from "./use-speaker.ts";

const slotNumbers = Array.from({ length: slotCount }, (_, slot) => slot);

type Props = { state: ChatState; thread: ThreadState; isShown: boolean; room: string };

/** The conversation: its lines in slots, who is about to speak, what can be tapped, and the way back to the end. */
export function Thread({ state, thread, isShown, room }: Props) {
  const { texts } = useLanguage();
  const { chat } = useChatPage();
  const { view, pending } = thread;
  const { rows, items } = useMemo(() => rowsOf({ view, pending }), [view, pending]);
  const speaker = useSpeaker(thread);
  const choices = view.summary.floor === "closed" ? undefined : activeChoices(items);
  const stated = statedState(items);
  const isOnline = state.shopper.connection === "online";

  const atEnd = useRef(true);
  const slots = useSlots(rows, atEnd.current);
  const { isLoading, showOlder } = useOlder(view.hasOlder, slots);
  const last = rows[rows.length - 1]?.key;
  const end = [last, stated?.state, stated?.error?.code, speaker?.from, choices?.key, state.uploads.length, room].join(
    "/",
  );
  const scroll = useScroll({ gaps: gapsOf(slots), nearTop: showOlder, nearBottom: slots.newer, end });
  atEnd.current = scroll.isAtEnd && !slots.hasMoreBelow;
  const toEnd = () => {
    slots.toEnd();
    scroll.toEnd();
  };

  useEffect(() => {
    if (isShown && atEnd.current && view.summary.unread.shopper > 0) chat.read();
  }, [view.seq, isShown, atEnd.current]);
  // Whoever says something wants to see it, wherever they were reading.
  useEffect(() => {
    if (pending.length + state.uploads.length > 0) toEnd();
  }, [pending.length, state.uploads.length]);

  const { cards } = state.shopper;
  return (
    <View className="yw-thread-box">
      <ScrollView
        className={threadClass}
        scrollY
        scrollAnchoring
        enhanced
        showScrollbar={false}
        scrollTop={scroll.scrollTop}
        upperThreshold={200}
        onScroll={scroll.onScroll}
        onScrollToUpper={showOlder}
      >
        <View className="yw-top">
          {(view.hasOlder || slots.hasMoreAbove) && (
            <Button className="yw-button yw-plain yw-older" disabled={isLoading} onClick={showOlder}>
              {isLoading ? texts.loadingOlder : texts.older}
            </Button>
          )}
        </View>
        {slotNumbers.map((slot) => {
          const { from, to } = linesIn(slot, slots.placement);
          const isMounted = to > from && slot >= slots.window.from && slot <= slots.window.to;
          return (
            <Slot
              key={slot}
              rows={isMounted ? rows.slice(from, to) : noRows}
              cards={isMounted ? cards : noCards}
              height={slots.heights[slot]}
            />
          );
        })}
        <View className="yw-tail">
          {rows.length === 0 && (
            <View className="yw-empty">
              <View className="yw-blank-title">{texts.empty.title}</View>
              <View className="yw-blank-body">{texts.empty.body}</View>
            </View>
          )}
        </View>
        <View>
          <Uploads uploads={state.uploads} />
        </View>
        <View>{stated && <MessageState state={stated.state} error={stated.error} isOnline={isOnline} />}</View>
        <View>{speaker && <Typing text={speaker.text} />}</View>
        <View>{choices && <Choices choices={choices.choices} />}</View>
      </ScrollView>
      <View>
        {!atEnd.current && (
          <View className="yw-to-end" ariaRole="button" ariaLabel={texts.toLatest} onClick={toEnd}>
            <Icon name="down" />
            {view.summary.unread.shopper > 0 ? texts.newMessages(view.summary.unread.shopper) : texts.toLatest}
          </View>
        )}
      </View>
    </View>
  );
}
