import { setTimeout as pause } from "node:timers/promises";
import type { Redis } from "./connect.ts";

/** Reads what the other nodes tell. */
export type Hearer = {
  /** Takes the place from which it reads. */
  begin(): Promise<void>;
  /** Reads from there on until it is closed. `known`: nodes that told before, so that their first number may be any. */
  read(known: Iterable<string>): void;
  close(): void;
};

export type Heard = {
  /** Two lines a message: head, body. */
  entry(from: string, lines: string[]): void;
  missed(): void;
  /** Hears again after a while in which it could not. */
  resumed(): void;
};

type Entry = [id: string, fields: [node: string, text: string]];

/** How long one question waits for something new, in milliseconds; well below what counts as silence. */
const blockMs = "2000";
const most = "256";
const pauseMs = 100;

/** Follows the stream. Numbers that are missing were trimmed, or never written. */
export function createHearer(redis: Redis, { stream, me }: { stream: string; me: string }, heard: Heard): Hearer {
  const numbers = new Map<string, number | "any">();
  let last = "0-0";
  let isClosed = false;

  const newest = async () => (await redis.ask<Entry[]>("XREVRANGE", stream, "+", "-", "COUNT", "1"))[0]?.[0] ?? "0-0";

  /** Whether this entry is news, and everything before it was heard. */
  function place(node: string, number: number): "next" | "old" | "gap" {
    const before = numbers.get(node) ?? 0;
    if (before !== "any" && number <= before) return "old";
    numbers.set(node, number);
    return before === "any" || number === before + 1 ? "next" : "gap";
  }

  function take(entries: Entry[]): void {
    let isMissing = false;
    for (const [id, [node, text]] of entries) {
      last = id;
      if (node === me) continue;
      const [number, ...lines] = text.split("\n");
      const placed = place(node, Number(number));
      isMissing ||= placed === "gap";
      if (placed !== "old") heard.entry(node, lines);
    }
    if (isMissing) heard.missed();
  }

  async function follow(): Promise<void> {
    let isSure = true;
    while (!isClosed) {
      try {
        // A Redis that lost its data begins again, perhaps by a clock that is behind.
        if (!isSure && isBefore(await newest(), last)) last = "0-0";
        if (!isSure) heard.resumed();
        isSure = true;
        const reply = await redis.ask<[string, Entry[]][] | null>(
          ...["XREAD", "COUNT", most, "BLOCK", blockMs, "STREAMS", stream, last],
        );
        take(reply?.[0]?.[1] ?? []);
      } catch {
        isSure = false;
        if (!isClosed) await pause(pauseMs);
      }
    }
  }

  return {
    async begin() {
      last = await newest();
    },
    read(known) {
      for (const node of known) numbers.set(node, "any");
      void follow();
    },
    close() {
      isClosed = true;
      redis.close();
    },
  };
}

function isBefore(one: string, other: string): boolean {
  const [a = 0, b = 0] = one.split("-").map(Number);
  const [c = 0, d = 0] = other.split("-").map(Number);
  return a < c || (a === c && b < d);
}
