import { effect, type Signal, signal } from "@preact/signals";
import type { LocalStorage } from "../platform/storage.ts";

export type DraftMode = "reply" | "note";

/** Unsent text, one for each conversation and mode. */
export type Drafts = {
  of(conversationId: string, mode: DraftMode): Signal<string>;
};

/** Drafts that survive a reload. */
export function createDrafts(storage: LocalStorage): Drafts {
  const drafts = new Map<string, Signal<string>>();
  return {
    of(conversationId, mode) {
      const key = `draft.${mode}.${conversationId}`;
      const known = drafts.get(key);
      if (known) return known;
      const draft = signal(storage.get(key) ?? "");
      effect(() => (draft.value ? storage.set(key, draft.value) : storage.remove(key)));
      drafts.set(key, draft);
      return draft;
    },
  };
}
