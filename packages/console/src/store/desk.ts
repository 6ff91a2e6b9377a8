import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { AgentClient, AgentSession, AgentState, Guess, InboxFilter } from "@yiwen/shared";
import type { GoodAnswer, KeepAnswer } from "../platform/answers.ts";
import type { ReadIntents } from "../platform/intents.ts";
import type { KnowledgeHttp } from "../platform/knowledge.ts";
import type { Page } from "../platform/page.ts";
import type { LocalStorage } from "../platform/storage.ts";
import { conversationOf, type OpenConversation } from "../thread/conversation-of.ts";
import { createDrafts, type DraftMode, type Drafts } from "./drafts.ts";
import { createIntents, type Intents } from "./intents.ts";
import { createKnowledge, type Knowledge } from "./knowledge.ts";
import { createLiveCards, type LiveCards } from "./live-cards.ts";
import { createNavigation, type Navigation } from "./navigation.ts";
import { createNotices, type Notices } from "./notices.ts";
import { createPictureTray, type PictureTray } from "./pictures.ts";
import { createQuickReplies, type QuickReplies } from "./quick-replies.ts";
import type { Settings } from "./settings.ts";

export type DialogName = "shortcuts" | "transfer" | "close" | "quickReplies" | "correct" | "keep" | "forget";

/** The message that the agent is correcting: its words, and what the bot took it for, the likeliest first. */
export type Correcting = { messageId: string; text: string; guesses: Guess[] };

/** Where an agent works: the client, what is selected, and everything the panes share. */
export type Desk = Navigation & {
  me: AgentSession["agent"];
  shop: AgentSession["shop"];
  client: AgentClient;
  page: Page;
  settings: Settings;
  state: ReadonlySignal<AgentState>;
  now: ReadonlySignal<number>;
  conversation: ReadonlySignal<OpenConversation | undefined>;
  search: Signal<string>;
  mode: Signal<DraftMode>;
  dialog: Signal<DialogName | undefined>;
  correcting: Signal<Correcting | undefined>;
  intents: Intents;
  /** The reply that is being kept as a good answer, and the question before it. */
  keeping: Signal<GoodAnswer | undefined>;
  keepAnswer: KeepAnswer;
  knowledge: Knowledge;
  /** The side panel as a drawer, on narrow screens. */
  isDrawerOpen: Signal<boolean>;
  /** Asks that part to take the keyboard; the part sets it back. */
  focus: { search: Signal<boolean>; composer: Signal<boolean> };
  drafts: Drafts;
  quickReplies: QuickReplies;
  notices: Notices;
  live: LiveCards;
  pictures: PictureTray;
  show(filter: InboxFilter): void;
  signOut(): void;
  stop(): void;
};

export type DeskWorld = {
  session: AgentSession;
  client: AgentClient;
  readIntents: ReadIntents;
  keepAnswer: KeepAnswer;
  knowledgeHttp: KnowledgeHttp;
  page: Page;
  storage: LocalStorage;
  settings: Settings;
  signOut(): void;
};

/** Sets up a desk and connects it; `stop` ends the connection. */
export function createDesk(world: DeskWorld): Desk {
  const { session, client, readIntents, keepAnswer, knowledgeHttp, page, storage, settings, signOut } = world;
  const state = signal(client.state);
  const now = signal(Date.now());
  const stopState = client.subscribe((next) => {
    state.value = next;
  });
  const mode = signal<DraftMode>("reply");
  const isDrawerOpen = signal(false);
  const focus = { search: signal(false), composer: signal(false) };
  const navigation = createNavigation(client, page, () => {
    mode.value = "reply";
    isDrawerOpen.value = false;
    focus.composer.value = false;
  });
  const { selected } = navigation;
  const stops = [stopState, navigation.stop, tick(now), keepPresence(client, state, settings)];
  void client.start(session.agent.id, settings.filter.value);
  navigation.reopen();

  return {
    ...navigation,
    me: session.agent,
    shop: session.shop,
    client,
    page,
    settings,
    state,
    now,
    conversation: computed(() => conversationOf(state.value, selected.value)),
    search: signal(""),
    mode,
    dialog: signal<DialogName | undefined>(undefined),
    correcting: signal<Correcting | undefined>(undefined),
    intents: createIntents(readIntents),
    keeping: signal<GoodAnswer | undefined>(undefined),
    keepAnswer,
    knowledge: createKnowledge(knowledgeHttp),
    isDrawerOpen,
    focus,
    drafts: createDrafts(storage),
    quickReplies: createQuickReplies(storage),
    notices: createNotices((ms, run) => void setTimeout(run, ms)),
    live: createLiveCards(client, state),
    pictures: createPictureTray(client, session.shop.publicKey),
    show: (filter) => {
      settings.filter.value = filter;
      void client.show(filter);
    },
    signOut,
    stop: () => {
      for (const stop of stops) stop();
      client.close();
    },
  };
}

/** Seconds for everything that shows a wait; a hidden tab is throttled by the browser and catches up when shown. */
function tick(now: Signal<number>): () => void {
  const timer = setInterval(() => {
    now.value = Date.now();
  }, 1000);
  return () => clearInterval(timer);
}

/** The server forgets who is there when a socket ends, so the agent's own status is said again on every connection. */
function keepPresence(client: AgentClient, state: ReadonlySignal<AgentState>, settings: Settings): () => void {
  const isOnline = computed(() => state.value.connection === "online");
  return effect(() => {
    const status = settings.presence.value;
    if (isOnline.value) void client.command("presence.set", { status });
  });
}
