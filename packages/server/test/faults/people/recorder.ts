import type { ConversationView, Result, Transport, WireEvent } from "@yiwen/shared";
import type { Entry, Who } from "../history.ts";

/** Takes down what one window does and shows. */
export type Recorder = {
  note(entry: Noted): void;
  /** Takes down every answer that comes through this transport. */
  listen(transport: Transport): Transport;
  /** Takes down what is new in a view since the last look at it. */
  look(view: ConversationView): void;
  /** The conversation is no longer shown; the next look at it begins anew. */
  forget(conversation: string): void;
};

type Noted = Entry extends infer E ? (E extends Entry ? Omit<E, keyof Who> : never) : never;

/** Appends to `entries` in the order of what happens. */
export function createRecorder(entries: Entry[], who: Who): Recorder {
  const shown = new Map<string, ConversationView>();
  const note = (entry: Noted) => void entries.push({ ...who, ...entry } as Entry);
  return {
    note,
    listen: (transport) => ({
      ...transport,
      async send(message) {
        const result = await transport.send(message);
        const { id, type, conversationId: conversation } = message;
        note({ kind: "acked", id, type, ...(conversation && { conversation }), ...outcomeOf(result) });
        return result;
      },
    }),
    look(view) {
      const { id, read } = view.summary;
      const before = shown.get(id);
      if (before === view) return;
      shown.set(id, view);
      const fresh = newEvents(before, view);
      if (fresh === "all") note({ kind: "began", conversation: id });
      for (const event of fresh === "all" ? view.events : fresh) note({ kind: "shown", event });
      for (const reader of ["shopper", "agent"] as const) {
        const seq = read[reader];
        if (seq !== before?.summary.read[reader]) note({ kind: "read", conversation: id, reader, seq });
      }
    },
    forget: (conversation) => void shown.delete(conversation),
  };
}

function outcomeOf(result: Result<unknown>): object {
  if (!result.ok) return { code: result.error.code };
  const { seq } = (result.data ?? {}) as { seq?: number };
  return seq === undefined ? {} : { seq };
}

/** What came at the end; "all" where the views don't join. Older ones in front are no news. */
function newEvents(before: ConversationView | undefined, now: ConversationView): WireEvent[] | "all" {
  const last = before?.events.at(-1);
  if (!last) return "all";
  const at = now.events.indexOf(last);
  return at < 0 ? "all" : now.events.slice(at + 1);
}
