import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Result } from "@yiwen/shared";
import { type Speaker, speak } from "../speaker.ts";
import { type Figures, percentile } from "./figures.ts";
import { firstMessage, load, type Running, start, withServer } from "./processes.ts";
import { questions } from "./questions.ts";
import type { Chatter, Gathering } from "./scale/crowd.ts";
import type { LongList, ScaleQuestion, ScaleReady } from "./scale/scale-server.ts";

/** One line of the table: what was reached, beside its reference or the size it was measured at. */
export type ScaleRow = { what: string; at: string; reached: number; unit: string; target?: number };

export type ScaleOptions = { conversations: number; shoppers: number; idle: number; seconds: number };

/** How many messages the longest conversation has. */
const longest = 5000;
const senders = 100;

/** What grows: connections that do nothing, a crowd that writes now and then, long conversations, long lists, a large database. */
export async function benchScale(options: ScaleOptions, say: (line: string) => void): Promise<ScaleRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "yiwen-scale-"));
  try {
    return [...(await crowds(options, folder, say)), ...(await growth(options, folder, say))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Server = Running<ScaleReady>;

const withYiwen = <T>(folder: string, pairs: number, use: (server: Server) => Promise<T>) =>
  withServer<ScaleReady, T>("scale/scale-server", [folder, String(pairs)], use);

const ask = <T>(server: Server, question: ScaleQuestion) => server.ask<T>(question);

const withCrowd = <T>(use: (crowd: Running<"ready">) => Promise<T>) => withServer<"ready", T>("scale/crowd", [], use);

async function crowds(
  { idle, shoppers, seconds }: ScaleOptions,
  folder: string,
  say: (line: string) => void,
): Promise<ScaleRow[]> {
  say(`${idle} idle connections …`);
  const bare = await withServer<{ url: string }, number>("reference-server", [], (server) =>
    weigh(server, { url: server.ready.url, tokens: [], count: idle, opens: false }),
  );
  const weights: number[] = [];
  for (const opens of [false, true]) {
    const own = join(folder, `idle-${opens}`);
    // Signed in before this process began, which left garbage of its own.
    const tokens = await withYiwen(own, 0, (server) => ask<string[]>(server, { shoppers: idle }));
    weights.push(
      await withYiwen(own, 0, (server) => weigh(server, { url: server.ready.url, tokens, count: idle, opens })),
    );
  }
  const [connected = Number.NaN, opened = Number.NaN] = weights;
  say(`${shoppers} shoppers who write once a minute …`);
  const [delay, spoken] = await withYiwen(join(folder, "crowd"), 0, (server) =>
    withCrowd(async (crowd): Promise<[number, Figures]> => {
      const tokens = await ask<string[]>(server, { shoppers });
      await crowd.ask({ url: server.ready.url, tokens, count: shoppers, opens: true } satisfies Gathering);
      await ask(server, "delay");
      const figures = await crowd.ask<Figures>({ perSecond: shoppers / 60, seconds } satisfies Chatter);
      return [await ask<number>(server, "delay"), figures];
    }),
  );
  const crowd = `${shoppers} connected, ${Math.round(shoppers / 60)} messages/s, the bot answers`;
  return [
    { what: "an idle bare socket.io connection", at: `${idle} of them`, reached: kilo(bare), unit: "kB" },
    { what: "an idle shopper's connection", at: `${idle} of them`, reached: kilo(connected), unit: "kB" },
    { what: "… over the bare one", at: "", reached: round(connected / bare), unit: "×", target: 1.25 },
    { what: "… with an open conversation", at: `${idle} of them`, reached: kilo(opened), unit: "kB" },
    { what: "event loop's delay, p99", at: crowd, reached: round(delay), unit: "ms", target: 20 },
    { what: "… errors", at: crowd, reached: spoken.errors, unit: "", target: 0 },
    { what: "… a message's acknowledgement, p99", at: crowd, reached: spoken.p99, unit: "ms" },
  ];
}

/** The first bring what all share, their shop's data above all. */
const firstFew = 100;

/** What one connection weighs, in bytes. */
async function weigh(server: Running<unknown>, gathering: Gathering): Promise<number> {
  return withCrowd(async (crowd) => {
    await crowd.ask({ ...gathering, count: firstFew });
    const before = await server.ask<number>("memory");
    const count = gathering.count - firstFew;
    await crowd.ask({ ...gathering, tokens: gathering.tokens.slice(firstFew), count });
    return ((await server.ask<number>("memory")) - before) / count;
  });
}

async function growth(
  { conversations, seconds }: ScaleOptions,
  folder: string,
  say: (line: string) => void,
): Promise<ScaleRow[]> {
  const dataDir = join(folder, "growth");
  const rows: ScaleRow[] = [];
  const list = await withYiwen(dataDir, 0, (server) => prepare(server));
  let copied = 0;
  for (const to of [conversations / 100, conversations / 10, conversations]) {
    say(`${to} conversations …`);
    const args = [dataDir, list.shop, list.conversation, list.agentId, String(copied), String(to)];
    const { events } = await firstMessage<{ events: number }>(start("scale/copy", args));
    copied = to;
    await withYiwen(dataDir, senders, async (server) => {
      const at = `${events} events`;
      const stored = await load({ target: "fromAgent", url: server.ready.url, pairs: server.ready.pairs, seconds });
      rows.push({ what: "a send, stored and delivered", at, reached: stored.perSecond, unit: "messages/s" });
      rows.push({ what: "… p50", at, reached: stored.p50, unit: "ms" });
    });
    if (to < conversations) continue;
    await withYiwen(dataDir, 0, async (server) => {
      rows.push({
        what: "cold start",
        at: `${events} events`,
        reached: server.ready.startMs,
        unit: "ms",
        target: 3000,
      });
      rows.push(...(await lists(server, list)));
    });
  }
  return rows;
}

/** A shop with one ordinary conversation to copy and one of 5,000 messages. */
async function prepare(server: Server): Promise<LongList & { conversation: string; long: string }> {
  const list = await ask<LongList>(server, { longList: true });
  const shopper = await speak<"shopper">(server.ready.url, "shopper", list.shopper);
  const conversation = await fill(shopper, 3, 1);
  const agent = await speak<"agent">(server.ready.url, "agent", list.agent);
  await right(agent.command("conversation.takeOver", {}, { conversationId: conversation }));
  await right(agent.command("conversation.close", { resolution: "resolved" }, { conversationId: conversation }));
  const long = await fill(shopper, longest, 50, async (id) => {
    await right(agent.command("conversation.takeOver", {}, { conversationId: id }));
  });
  shopper.close();
  agent.close();
  return { ...list, conversation, long };
}

async function fill(
  shopper: Speaker<"shopper">,
  messages: number,
  abreast: number,
  before: (id: string) => Promise<void> = async () => {},
): Promise<string> {
  const { conversation } = await right(shopper.command("conversation.open", { fresh: true }));
  await before(conversation.id);
  for (let sent = 0; sent < messages; sent += abreast) {
    const some = Array.from({ length: Math.min(abreast, messages - sent) }, (_, n) => {
      const content = { kind: "text", text: questions[(sent + n) % questions.length] };
      return right(shopper.command("message.send", { content }, { conversationId: conversation.id }));
    });
    await Promise.all(some);
  }
  return conversation.id;
}

async function right<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(result.error.code);
  return result.data;
}

/** Round trips from another process, so what the server takes is less. */
async function lists(server: Server, list: LongList & { long: string }): Promise<ScaleRow[]> {
  const agent = await speak<"agent">(server.ready.url, "agent", list.agent);
  const shopper = await speak<"shopper">(server.ready.url, "shopper", list.shopper);
  const rows: ScaleRow[] = [];
  const add = (what: string, at: string, target: number, times: number[]) => {
    const sorted = times.toSorted((a, b) => a - b);
    rows.push({ what: `${what}, p50`, at, reached: round(percentile(sorted, 0.5)), unit: "ms" });
    rows.push({ what: "… p99", at, reached: round(percentile(sorted, 0.99)), unit: "ms", target });
  };
  const openings = [
    ["an agent", () => agent.command("conversation.open", {}, { conversationId: list.long })],
    ["its shopper", () => shopper.command("conversation.open", {})],
  ] as const;
  for (const [who, open] of openings) {
    const at = `${longest} messages, ${who}`;
    await repeat(open, warmUps);
    const before = await quickOpenings(server);
    add("opening a conversation, its last page", at, 5, await repeat(open, measured));
    const after = await quickOpenings(server);
    const share = (after.quick - before.quick) / (after.all - before.all);
    rows.push({ what: "… by the server's own clock within 5 ms", at, reached: round(100 * share), unit: "%" });
  }
  for (const filter of ["queue", "mine", "all", "closed"] as const) {
    let cursor: string | undefined;
    const turn = async () => {
      cursor = (await right(agent.command("inbox.open", { filter, ...(cursor && { cursor }) }))).cursor;
    };
    await repeat(turn, warmUps);
    const times = await repeat(turn, measured);
    add(`a page of the inbox, “${filter}”`, "all conversations, page after page", 20, times);
  }
  agent.close();
  shopper.close();
  return rows;
}

/** So often before anything is measured, because both processes still compile. */
const warmUps = 50;
const measured = 200;

/** Milliseconds of each time. */
async function repeat(run: () => Promise<unknown>, times: number): Promise<number[]> {
  const latencies: number[] = [];
  for (let n = 0; n < times; n++) {
    const from = performance.now();
    await run();
    latencies.push(performance.now() - from);
  }
  return latencies;
}

/** Openings that the server has answered by its own metrics, and those of them that took it at most 5 ms. */
async function quickOpenings(server: Server): Promise<{ quick: number; all: number }> {
  const text = await (await fetch(`${server.ready.url}/metrics`)).text();
  const count = (bucket: string) =>
    Number(text.match(`yiwen_command_seconds_bucket{le="${bucket}",type="conversation.open"} (\\d+)`)?.[1] ?? 0);
  return { quick: count("0.005"), all: count("\\+Inf") };
}

const round = (value: number) => Math.round(value * 100) / 100;
const kilo = (bytes: number) => round(bytes / 1000);

/** The table people read. */
export function scaleTable(rows: ScaleRow[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  return rows
    .map(({ what, at, reached, unit, target }) =>
      [
        what.padEnd(width),
        `${reached} ${unit}`.padStart(20),
        target === undefined ? "".padEnd(14) : `  (≤ ${target})`.padEnd(14),
        at,
      ].join(" "),
    )
    .join("\n");
}
