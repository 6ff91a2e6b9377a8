import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Durability } from "../../adapters/pglite/open-pglite.ts";
import { openDatabase } from "../../adapters/postgres/open-database.ts";
import { createStore } from "../../adapters/postgres/store.ts";
import { evolve } from "../../conversation/evolve.ts";
import { type Conversation, emptyConversation } from "../../conversation/state.ts";
import type { StoredEvent } from "../../conversation/stored.ts";
import type { Store } from "../../ports/store.ts";
import { type Figures, figuresOf, percentile } from "./figures.ts";

/** Messages stored a second, of so many conversations that write at once; `cost` is process over power. */
export type DurabilityRow = { writers: number; power: Figures; process: Figures; cost: number };

export type DurabilityBench = {
  /** Milliseconds in which this disk takes 8 KB for good. */
  sync: { p50: number; p99: number };
  rows: DurabilityRow[];
};

type Options = { folder: string; writers: number[]; seconds: number; rounds: number };

/**
 * What surviving a power cut costs on the disk that `folder` is on: the same messages through the same store, in turns, so
 * that other work on the machine meets both alike.
 */
export async function benchDurability(options: Options, say: (line: string) => void): Promise<DurabilityBench> {
  const folder = mkdtempSync(join(options.folder, ".yiwen-bench-"));
  try {
    const sync = timeSyncs(join(folder, "file"));
    say("two databases …");
    const power = await openStore(folder, "power");
    const process = await openStore(folder, "process");
    const rows: DurabilityRow[] = [];
    for (const writers of options.writers) {
      say(`${writers} writers …`);
      rows.push(await compare({ power: power.store, process: process.store }, { ...options, writers }));
    }
    await power.close();
    await process.close();
    return { sync, rows };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timeSyncs(path: string): DurabilityBench["sync"] {
  const file = openSync(path, "w");
  const page = Buffer.alloc(8192, 1);
  for (let n = 0; n < 200; n++) writeSync(file, page);
  const times = Array.from({ length: 200 }, (_, n) => {
    writeSync(file, page, 0, page.length, n * page.length);
    const from = performance.now();
    fdatasyncSync(file);
    return performance.now() - from;
  }).sort((a, b) => a - b);
  closeSync(file);
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

async function openStore(folder: string, durability: Durability) {
  const { sql, close } = await openDatabase({ dataDir: join(folder, durability), durability });
  return { store: createStore(sql), close };
}

async function compare(
  stores: Record<Durability, Store>,
  { writers, seconds, rounds }: Omit<Options, "writers"> & { writers: number },
): Promise<DurabilityRow> {
  const latencies: Record<Durability, number[]> = { power: [], process: [] };
  for (let round = 0; round < rounds; round++) {
    for (const durability of ["power", "process"] as const) {
      latencies[durability].push(...(await write(stores[durability], `${writers}-${round}`, writers, seconds)));
    }
  }
  const [power, process] = [latencies.power, latencies.process].map((all) => figuresOf(all, seconds * rounds, 0));
  if (!power || !process) throw new Error("nothing was measured");
  return { writers, power, process, cost: Math.round((process.perSecond / power.perSecond) * 100) / 100 };
}

/** Milliseconds that each message took to be stored. */
async function write(store: Store, name: string, writers: number, seconds: number): Promise<number[]> {
  const fresh = await Promise.all(Array.from({ length: writers }, (_, n) => openConversation(store, `${name}-${n}`)));
  const end = performance.now() + seconds * 1000;
  const all = await Promise.all(fresh.map((state) => writeUntil(store, state, end)));
  await store.flush();
  return all.flat();
}

async function openConversation(store: Store, id: string): Promise<Conversation> {
  const shopper = { id, verified: false };
  const fresh = emptyConversation({ id, shop: "bench", shopper, channel: "web", createdAt: 1 });
  await store.openConversation({ shop: "bench", shopper: id, channel: "web" }, fresh);
  return fresh;
}

async function writeUntil(store: Store, fresh: Conversation, end: number): Promise<number[]> {
  const latencies: number[] = [];
  const bodyHash = "0123456789abcdef0123456789abcdef";
  for (let state = fresh; performance.now() < end; ) {
    const event = messageAfter(state);
    const next = evolve(state, event);
    const command = { actor: "bench", id: `${state.id}-${event.seq}`, bodyHash, seq: event.seq };
    const decision = { shop: "bench", conversation: state.id, previous: state, next, events: [event], command };
    const from = performance.now();
    await store.append({ ...decision, effects: [], settled: [] });
    latencies.push(performance.now() - from);
    state = next;
  }
  return latencies;
}

function messageAfter({ seq: before, shopperSeq, shopper }: Conversation): StoredEvent {
  const seq = before + 1;
  const content = { kind: "text" as const, text: "有没有保温杯？可以开发票吗？" };
  const data = { id: `${shopper.id}-${seq}`, content };
  const by = { kind: "shopper" as const, id: shopper.id };
  return { seq, shopperSeq: shopperSeq + 1, type: "message.sent", at: seq, by, data };
}

/** For people. */
export function durabilityTable({ sync, rows }: DurabilityBench): string {
  const line = (cells: (string | number)[]) => cells.map((cell) => String(cell).padStart(12)).join("");
  return [
    `One sync of this disk takes ${sync.p50.toFixed(2)} ms (p99 ${sync.p99.toFixed(2)} ms).`,
    "Messages stored a second, and milliseconds until one is stored:",
    line(["writers", "power /s", "p50", "p99", "process /s", "p50", "p99", "cost"]),
    ...rows.map(({ writers, power, process, cost }) =>
      line([
        writers,
        ...[power, process].flatMap(({ perSecond, p50, p99 }) => [perSecond, p50, p99]),
        `${cost.toFixed(2)} x`,
      ]),
    ),
  ].join("\n");
}
