import { type ReadonlySignal, signal } from "@preact/signals";
import type { AgentClient, ErrorBody } from "@yiwen/shared";
import type { Page } from "../platform/page.ts";

/** Which conversation is open, in step with the address. */
export type Navigation = {
  selected: ReadonlySignal<string | undefined>;
  /** Why the selected conversation could not be opened. */
  openError: ReadonlySignal<ErrorBody | undefined>;
  /** Opens a conversation, or none. */
  select(conversationId: string | undefined): void;
  /** Opens the selected conversation, again after it failed. */
  reopen(): void;
  stop(): void;
};

/** Follows what is selected and leaves what was; `moved` is called before each change. */
export function createNavigation(client: AgentClient, page: Page, moved: () => void): Navigation {
  const selected = signal(page.conversation());
  const openError = signal<ErrorBody | undefined>(undefined);

  const reopen = async () => {
    const id = selected.value;
    openError.value = undefined;
    if (!id) return;
    const result = await client.follow(id);
    if (!result.ok && selected.value === id) openError.value = result.error;
  };
  const select = (id: string | undefined) => {
    const before = selected.value;
    if (before === id) return;
    moved();
    selected.value = id;
    page.goTo(id);
    if (before) client.leave(before);
    void reopen();
  };
  return {
    selected,
    openError,
    select,
    reopen: () => void reopen(),
    stop: page.onAddress(() => select(page.conversation())),
  };
}
