import type { Redis } from "./connect.ts";

/** Writes what this node tells to the stream that all nodes read. */
export type Teller = {
  tell(head: string, body: string): void;
  /** Settles when all that was told so far is written, or lost. */
  flushed(): Promise<void>;
};

/** Entries that the stream keeps, about; an entry is all that was told while the one before it was written. */
const kept = "10000";
/** Characters that may wait while Redis does not answer. */
const mostWaiting = 8_000_000;

/**
 * Tells in numbered entries, one being written at a time, so that what comes meanwhile shares the next. An entry that
 * can't be written is given up: its number stays taken, by which hearers know that they missed one.
 */
export function createTeller(redis: Redis, { stream, me }: { stream: string; me: string }): Teller {
  let waiting: string[] = [];
  let size = 0;
  let number = 0;
  let writing: Promise<void> | undefined;

  async function write(): Promise<void> {
    await new Promise<void>((turned) => setImmediate(turned));
    while (waiting.length > 0) {
      const told = waiting.join("\n");
      waiting = [];
      size = 0;
      number += 1;
      await redis.ask("XADD", stream, "MAXLEN", "~", kept, "*", me, `${number}\n${told}`).catch(() => {});
    }
    writing = undefined;
  }

  return {
    tell(head, body) {
      size += head.length + body.length;
      if (size > mostWaiting) {
        waiting = [];
        size = 0;
        number += 1;
      }
      waiting.push(`${head}\n${body}`);
      writing ??= write();
    },
    flushed: async () => writing,
  };
}
