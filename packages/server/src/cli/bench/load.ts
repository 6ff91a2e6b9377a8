import { performance } from "node:perf_hooks";
import { io, type Socket } from "socket.io-client";
import { type Speaker, speak } from "../speaker.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { questions } from "./questions.ts";
import type { Prepared } from "./yiwen-server.ts";

/** What to put on a server. `rate`: messages a second in all, evenly spaced; without it as fast as answers come. */
export type Job = {
  target: "echo" | "relay" | "fromAgent" | "fromShopper" | "bot";
  url: string;
  pairs: Prepared["pairs"];
  seconds: number;
  rate?: number;
};

/** One that sends: settles when its message has come through, as the target understands it. */
type Sender = {
  send(): Promise<boolean>;
  /** What has to be put right before the next message, outside what is measured. */
  settle?(): Promise<void>;
  close(): void;
};

/** Until the engines have compiled what is used most; everything measured has it, the references too. Seconds. */
const warmUp = 4;

/** The load generator, in a process of its own: one job in, its figures out. */
process.once("message", (job: Job) => {
  run(job).then(
    (figures) => process.send?.({ figures }, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function run(job: Job): Promise<Figures> {
  const senders: Sender[] = [];
  for (const [n, pair] of job.pairs.entries()) senders.push(await senderFor(job, pair, n));
  const latencies: number[] = [];
  let errors = 0;
  const startedAt = performance.now();
  const measuredFrom = startedAt + warmUp * 1000;
  const until = measuredFrom + job.seconds * 1000;

  async function once(sender: Sender, dueAt = performance.now()): Promise<void> {
    const isRight = await sender.send();
    const now = performance.now();
    if (!isRight) errors++;
    else if (dueAt >= measuredFrom && now <= until) latencies.push(now - dueAt);
    await sender.settle?.();
  }
  async function closedLoop(sender: Sender): Promise<void> {
    while (performance.now() < until) await once(sender);
  }
  await (job.rate ? paced(senders, job.rate, { startedAt, until }, once) : Promise.all(senders.map(closedLoop)));
  for (const sender of senders) sender.close();
  return figuresOf(latencies, job.seconds, errors);
}

/** Sends on schedule whatever the answers do, and counts from when a message was due: waiting is not left out. */
async function paced(
  senders: Sender[],
  rate: number,
  { startedAt, until }: { startedAt: number; until: number },
  once: (sender: Sender, dueAt: number) => Promise<void>,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  for (let sent = 0; ; ) {
    const now = performance.now();
    if (now >= until) break;
    for (; startedAt + (sent * 1000) / rate <= now; sent++) {
      const work = once(senders[sent % senders.length] as Sender, startedAt + (sent * 1000) / rate);
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(underWay);
}

function senderFor(job: Job, pair: Prepared["pairs"][number], n: number): Promise<Sender> {
  switch (job.target) {
    case "echo":
      return echoSender(job.url);
    case "relay":
      return relaySender(job.url, n);
    case "fromShopper":
      return sideSender(job.url, pair, "shopper");
    case "fromAgent":
      return sideSender(job.url, pair, "agent");
    case "bot":
      return botSender(job.url, pair, n);
  }
}

const message = (id: string, n = 0) => ({
  id,
  type: "message.send",
  input: { content: { kind: "text", text: questions[n % questions.length] } },
});

/** An answer that takes longer than this counts as an error, in milliseconds. */
const patience = 10_000;

function inTime(answer: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(false), patience);
    void answer.then(() => {
      clearTimeout(late);
      resolve(true);
    });
  });
}

function connect(url: string, auth: object): Promise<Socket> {
  const socket = io(url, { auth, transports: ["websocket"], reconnection: false, forceNew: true });
  return new Promise((resolve, reject) => {
    socket.once("connect", () => resolve(socket));
    socket.once("connect_error", reject);
  });
}

async function echoSender(url: string): Promise<Sender> {
  const socket = await connect(url, {});
  let sent = 0;
  const send = () =>
    new Promise<boolean>((resolve) => socket.emit("command", message(String(++sent)), () => resolve(true)));
  return { send, close: () => void socket.close() };
}

async function relaySender(url: string, n: number): Promise<Sender> {
  const room = `pair-${n}`;
  const [receiver, socket] = [await connect(url, { room }), await connect(url, { partner: room })];
  const waiting = new Map<string, () => void>();
  receiver.on("event", ({ id }: { id: string }) => waiting.get(id)?.());
  let sent = 0;
  return {
    async send() {
      const id = String(++sent);
      const delivered = new Promise<void>((resolve) => waiting.set(id, resolve));
      await new Promise((resolve) => socket.emit("command", message(id), resolve));
      await delivered;
      return waiting.delete(id);
    },
    close: () => {
      socket.close();
      receiver.close();
    },
  };
}

/** Two sides of one conversation; done means acknowledged by the server and received by the other side. */
async function sideSender(url: string, pair: Prepared["pairs"][number], from: "shopper" | "agent"): Promise<Sender> {
  const shopper = await speak(url, "shopper", pair.shopper);
  const conversationId = await openConversation(shopper);
  const agent = await takeOver(url, pair.agent, conversationId);
  const [sender, receiver] = from === "shopper" ? [shopper, agent] : [agent, shopper];
  const waiting = new Map<string, () => void>();
  receiver.onEvent((event) => event.type === "message.sent" && waiting.get(event.data.id)?.());
  const send = (id: string, input: unknown) =>
    (sender as Speaker<"shopper">).command("message.send", input, { conversationId, id });
  return numbered(waiting, send, () => {
    shopper.close();
    agent.close();
  });
}

/** A shopper whom the bot answers; done means the answer is here. */
async function botSender(url: string, { shopper: token }: Prepared["pairs"][number], first: number): Promise<Sender> {
  const shopper = await speak(url, "shopper", token);
  const conversationId = await openConversation(shopper);
  const waiting = new Map<string, () => void>();
  let isQueued = false;
  shopper.onEvent((event) => {
    if (event.type === "handoff.requested") isQueued = true;
    // The bot's message ids grow from the id of what they answer.
    if (event.type === "message.sent" && event.by.kind === "bot") waiting.get(event.data.id.split(".")[0] ?? "")?.();
  });
  const sender = numbered(
    waiting,
    (id, input) => shopper.command("message.send", input, { conversationId, id }),
    () => shopper.close(),
    first,
  );
  return {
    ...sender,
    async settle() {
      if (isQueued) await shopper.command("handoff.cancel", {}, { conversationId });
      isQueued = false;
    },
  };
}

/** Sends message after message under ids of its own and waits for each to come through. */
function numbered(
  waiting: Map<string, () => void>,
  command: (id: string, input: unknown) => Promise<{ ok: boolean }>,
  close: () => void,
  // Shoppers don't all ask the same at once.
  first = 0,
): Sender {
  const prefix = crypto.randomUUID();
  let sent = first;
  return {
    close,
    async send() {
      const id = `${prefix}-${++sent}`;
      const received = new Promise<void>((resolve) => waiting.set(id, resolve));
      const answer = await command(id, message(id, sent).input);
      const isReceived = answer.ok && (await inTime(received));
      waiting.delete(id);
      return isReceived;
    },
  };
}

async function openConversation(shopper: Speaker<"shopper">): Promise<string> {
  const opened = await shopper.command("conversation.open", { fresh: true });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.data.conversation.id;
}

async function takeOver(url: string, token: string, conversationId: string): Promise<Speaker<"agent">> {
  const speaker = await speak(url, "agent", token);
  for (const type of ["conversation.open", "conversation.takeOver"] as const) {
    const answer = await speaker.command(type, {}, { conversationId });
    if (!answer.ok) throw new Error(`${type}: ${answer.error.code}`);
  }
  return speaker;
}
