import { type ReadonlySignal, signal } from "@preact/signals";
import type { IntentChoice, ReadIntents } from "../platform/intents.ts";

/** What a message can be corrected to: read when it is first needed, and again after it could not be read. */
export type Intents = {
  list: ReadonlySignal<IntentChoice[] | "failed" | undefined>;
  load(): Promise<void>;
};

/** Keeps the intents once they were read: they change with the server's version only. */
export function createIntents(read: ReadIntents): Intents {
  const list = signal<IntentChoice[] | "failed" | undefined>(undefined);
  return {
    list,
    async load() {
      if (Array.isArray(list.value)) return;
      list.value = undefined;
      const result = await read();
      list.value = result.ok ? result.data : "failed";
    },
  };
}
