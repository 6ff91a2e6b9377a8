import { type Signal, signal } from "@preact/signals";
import type { Guess } from "@yiwen/shared";
import type { GoodAnswer } from "../platform/answers.ts";
import type { Navigation } from "./navigation.ts";

export type DialogName = "shortcuts" | "transfer" | "close" | "quickReplies" | "correct" | "keep" | "forget";

/** The message that the agent is correcting: its words, and what the bot took it for, the likeliest first. */
export type Correcting = { messageId: string; text: string; guesses: Guess[] };

/** Which dialog stands over everything, and what it is about. */
export type DialogState = {
  dialog: Signal<DialogName | undefined>;
  correcting: Signal<Correcting | undefined>;
  /** The reply that is being kept as a good answer, and the question before it. */
  keeping: Signal<GoodAnswer | undefined>;
};

/** No dialog at first, and none once the agent has gone elsewhere: what it asks about is no longer in sight. */
export function createDialogs({ selected, screen }: Navigation): DialogState & { stop(): void } {
  const dialog = signal<DialogName | undefined>(undefined);
  const close = () => {
    dialog.value = undefined;
  };
  const stops = [selected.subscribe(close), screen.subscribe(close)];
  return {
    dialog,
    correcting: signal<Correcting | undefined>(undefined),
    keeping: signal<GoodAnswer | undefined>(undefined),
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}
