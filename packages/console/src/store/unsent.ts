import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import type { AgentState, ShopperRef } from "@yiwen/shared";
import type { OpenConversation } from "../thread/conversation-of.ts";
import type { PictureTray } from "./pictures.ts";

/** A conversation in which something was refused while nobody looked; `shopper` where it was open on this page. */
export type Unsent = { conversationId: string; shopper?: ShopperRef | undefined };

/** What was not sent and is not seen to be so. */
export type UnsentNews = {
  list: ReadonlySignal<Unsent[]>;
  dismiss(conversationId: string): void;
  stop(): void;
};

type World = {
  state: ReadonlySignal<AgentState>;
  pictures: Pick<PictureTray, "failed">;
  shown: ReadonlySignal<string | undefined>;
  conversation: ReadonlySignal<OpenConversation | undefined>;
};

/** Messages and pictures that failed in conversations other than the one on the screen, until one looks there. */
export function createUnsent({ state, pictures, shown, conversation }: World): UnsentNews {
  const messages = computed(() => state.value.failed);
  const failed = computed(() => [...messages.value, ...pictures.failed.value]);
  const seen = signal<ReadonlySet<string>>(new Set());
  // Whose conversation it was is no longer to be had once one has left it.
  const shoppers = new Map<string, ShopperRef>();
  const see = (conversationId: string | undefined) => {
    const ids = failed.peek().flatMap((one) => (one.conversationId === conversationId ? one.id : []));
    if (ids.some((id) => !seen.peek().has(id))) seen.value = new Set([...seen.peek(), ...ids]);
  };
  const stops = [
    effect(() => {
      const open = conversation.value;
      if (open) shoppers.set(open.row.conversation.id, open.row.shopper);
    }),
    effect(() => {
      const id = shown.value;
      if (failed.value.length > 0) untracked(() => see(id));
    }),
  ];
  return {
    list: computed(() => {
      const unseen = failed.value.filter(({ id }) => !seen.value.has(id));
      const ids = new Set(unseen.map(({ conversationId }) => conversationId));
      return [...ids].map((conversationId) => ({ conversationId, shopper: shoppers.get(conversationId) }));
    }),
    dismiss: see,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}
