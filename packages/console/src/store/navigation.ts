import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { AgentClient, ErrorBody } from "@yiwen/shared";
import type { Page } from "../platform/page.ts";

export type Screen = "inbox" | "knowledge";

/** Which screen is shown and which conversation is open, in step with the address. */
export type Navigation = {
  screen: ReadonlySignal<Screen>;
  /** Shows a screen; the inbox comes back as it was left. */
  showScreen(screen: Screen): void;
  selected: ReadonlySignal<string | undefined>;
  /** The conversation that is on the screen. */
  shown: ReadonlySignal<string | undefined>;
  /** Why the selected conversation could not be opened. */
  openError: ReadonlySignal<ErrorBody | undefined>;
  /** Opens a conversation in the inbox, or none. */
  select(conversationId: string | undefined): void;
  /** Opens the selected conversation, again after it failed. */
  reopen(): void;
  stop(): void;
};

/** In the address, where else a conversation stands; no conversation is called so. */
const knowledge: Screen = "knowledge";

/** Follows what is selected and leaves what was; `moved` is called before each change. */
export function createNavigation(client: AgentClient, page: Page, moved: () => void): Navigation {
  const first = page.address();
  const screen = signal<Screen>(first === knowledge ? knowledge : "inbox");
  const selected = signal(first === knowledge ? undefined : first);
  const openError = signal<ErrorBody | undefined>(undefined);

  const reopen = async () => {
    const id = selected.value;
    openError.value = undefined;
    if (!id) return;
    const result = await client.follow(id);
    if (!result.ok && selected.value === id) openError.value = result.error;
  };
  const showScreen = (next: Screen) => {
    screen.value = next;
    page.goTo(next === knowledge ? knowledge : selected.value);
  };
  const select = (id: string | undefined) => {
    const before = selected.value;
    if (before === id) return showScreen("inbox");
    moved();
    selected.value = id;
    showScreen("inbox");
    if (before) client.leave(before);
    void reopen();
  };
  const followAddress = () => {
    const address = page.address();
    if (address === knowledge) screen.value = knowledge;
    else select(address);
  };
  return {
    screen,
    showScreen,
    selected,
    shown: computed(() => (screen.value === "inbox" ? selected.value : undefined)),
    openError,
    select,
    reopen: () => void reopen(),
    stop: page.onAddress(followAddress),
  };
}
