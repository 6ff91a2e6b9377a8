import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { AgentClient, AgentSession, AgentState, Cards, InboxFilter, Result } from "@yiwen/shared";
import type { KeepAnswer } from "../platform/answers.ts";
import type { ReadIntents } from "../platform/intents.ts";
import type { KnowledgeHttp } from "../platform/knowledge.ts";
import type { Page } from "../platform/page.ts";
import type { LocalStorage } from "../platform/storage.ts";
import { conversationOf, type OpenConversation } from "../thread/conversation-of.ts";
import { createDialogs, type DialogState } from "./dialogs.ts";
import { createDrafts, type DraftMode, type Drafts } from "./drafts.ts";
import { createIntents, type Intents } from "./intents.ts";
import { createKnowledge, type Knowledge } from "./knowledge.ts";
import { createNavigation, type Navigation } from "./navigation.ts";
import { createNotices, type Notices } from "./notices.ts";
import { createPictureTray, type PictureTray } from "./pictures.ts";
import { createQuickReplies, type QuickReplies } from "./quick-replies.ts";
import type { Settings } from "./settings.ts";
import { createUnsent, type UnsentNews } from "./unsent.ts";

/** Where an agent works: the client, what is selected, and everything the panes share. */
export type Desk = Navigation &
  DialogState & {
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
    intents: Intents;
    keepAnswer: KeepAnswer;
    knowledge: Knowledge;
    /** The side panel as a drawer, on narrow screens. */
    isDrawerOpen: Signal<boolean>;
    /** Asks that part to take the keyboard; the part sets it back. */
    focus: { search: Signal<boolean>; composer: Signal<boolean> };
    drafts: Drafts;
    quickReplies: QuickReplies;
    notices: Notices;
    unsent: UnsentNews;
    /** Products and orders as last read. */
    cards: ReadonlySignal<Cards>;
    pictures: PictureTray;
    show(filter: InboxFilter): void;
    /** Ends the session; a refusal becomes a notice. */
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
  signOut(): Promise<Result<unknown>>;
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
  const dialogs = createDialogs(navigation);
  const conversation = computed(() => conversationOf(state.value, selected.value));
  const pictures = createPictureTray(client, session.shop.publicKey);
  const unsent = createUnsent({ state, pictures, shown: navigation.shown, conversation });
  const notices = createNotices((ms, run) => void setTimeout(run, ms));
  const stops = [stopState, navigation.stop, dialogs.stop, unsent.stop, tick(now), keepPresence(client, settings)];
  void client.start(session.agent.id, settings.filter.value);
  navigation.reopen();

  return {
    ...navigation,
    ...dialogs,
    me: session.agent,
    shop: session.shop,
    client,
    page,
    settings,
    state,
    now,
    conversation,
    search: signal(""),
    mode,
    intents: createIntents(readIntents),
    keepAnswer,
    knowledge: createKnowledge(knowledgeHttp),
    isDrawerOpen,
    focus,
    drafts: createDrafts(storage),
    quickReplies: createQuickReplies(storage),
    notices,
    cards: computed(() => state.value.cards),
    pictures,
    unsent,
    show: (filter) => {
      settings.filter.value = filter;
      void client.show(filter);
    },
    signOut: async () => {
      const result = await signOut();
      if (!result.ok) notices.add({ kind: "refused", error: result.error });
    },
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

/** Says the agent's own status at every change of it; the client says it again on every connection. */
function keepPresence(client: AgentClient, settings: Settings): () => void {
  return effect(() => {
    void client.command("presence.set", { status: settings.presence.value });
  });
}
