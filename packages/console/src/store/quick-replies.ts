import { type ReadonlySignal, signal } from "@preact/signals";
import type { LocalStorage } from "../platform/storage.ts";

const key = "quickReplies";

/** The agent's own ready-made replies. */
export type QuickReplies = {
  /** The agent's list, or undefined while they have not made one. */
  own: ReadonlySignal<string[] | undefined>;
  /** Replaces the list; one reply a line, blank lines left out. An empty text goes back to the defaults. */
  save(text: string): void;
};

/** Quick replies kept in this browser. */
export function createQuickReplies(storage: LocalStorage): QuickReplies {
  const own = signal(linesOf(storage.get(key) ?? ""));
  return {
    own,
    save(text) {
      own.value = linesOf(text);
      if (own.value) storage.set(key, own.value.join("\n"));
      else storage.remove(key);
    },
  };
}

/** The replies that fit what stands after the slash, ignoring case. */
export function matchReplies(replies: string[], typed: string): string[] {
  const wanted = typed.trim().toLowerCase();
  return replies.filter((reply) => reply.toLowerCase().includes(wanted));
}

function linesOf(text: string): string[] | undefined {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.length > 0 ? lines : undefined;
}
