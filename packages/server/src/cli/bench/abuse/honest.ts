import { setTimeout as sleep } from "node:timers/promises";
import { type Speaker, speak } from "../../speaker.ts";
import { type Figures, figuresOf } from "../figures.ts";

/** Who goes on as ever while somebody attacks. */
export type HonestJob = { url: string; shop: string; tokens: string[] };
/** What they noticed since the last asking: messages of those who are there, and newcomers until they can write. */
export type Noticed = { messages: Figures & { shed: number }; newcomers: Figures };

const everyMs = 500;
/** What was noticed of what was begun since `since`: an attack does not answer for the one before. */
type Seen = { since: number; latencies: number[]; errors: number; shed: number };
const nothing = (): Seen => ({ since: performance.now(), latencies: [], errors: 0, shed: 0 });
/** When what is not answered yet was begun. */
const waiting = { messages: new Set<number>(), newcomers: new Set<number>() };

/** What was answered, and what still waits with the time that it has waited: being slow must not hide it. */
function sumUp({ since, latencies, errors }: Seen, begun: Set<number>): Figures {
  const now = performance.now();
  const soFar = [...begun].filter((from) => from >= since).map((from) => now - from);
  return figuresOf([...latencies, ...soFar], (now - since) / 1000, errors);
}

/** Honest shoppers, in a process of their own: "begin" opens a time of measuring, "tell" ends it. */
process.once("message", async (job: HonestJob) => {
  let messages = nothing();
  let newcomers = nothing();
  process.on("message", (word) => {
    if (word === "tell") {
      const noticed: Noticed = {
        messages: { ...sumUp(messages, waiting.messages), shed: messages.shed },
        newcomers: sumUp(newcomers, waiting.newcomers),
      };
      process.send?.(noticed);
    }
    [messages, newcomers] = [nothing(), nothing()];
  });
  const speakers = await Promise.all(job.tokens.map((token) => speak(job.url, "shopper", token)));
  await Promise.all(speakers.map((speaker) => openOnce(speaker)));
  process.send?.("ready");
  speakers.forEach((speaker, n) => void talk(speaker, n, () => messages));
  void comeAnew(job, () => newcomers);
});

async function openOnce(speaker: Speaker<"shopper">): Promise<string> {
  const opened = await speaker.command("conversation.open", {});
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.data.conversation.id;
}

/** A message every half second, sent again when it is told to wait: what counts is the time until it is stored. */
async function talk(speaker: Speaker<"shopper">, n: number, seen: () => Seen): Promise<void> {
  const conversationId = await openOnce(speaker);
  await sleep((n * everyMs) / 20);
  for (let count = 0; ; count++) {
    const from = performance.now();
    waiting.messages.add(from);
    const id = `h${n}.${count}`;
    const input = { content: { kind: "text", text: "多少钱" } };
    for (;;) {
      const answer = await speaker.command("message.send", input, { conversationId, id });
      if (answer.ok) break;
      if (answer.error.code === "overloaded") seen().shed++;
      else seen().errors++;
      await sleep(answer.error.retryAfterMs ?? 1000);
    }
    waiting.messages.delete(from);
    const took = performance.now() - from;
    if (from >= seen().since) seen().latencies.push(took);
    await sleep(Math.max(0, everyMs - took));
  }
}

/** A new shopper every half second: session, socket, conversation. */
async function comeAnew({ url, shop }: HonestJob, seen: () => Seen): Promise<void> {
  for (;;) {
    const from = performance.now();
    waiting.newcomers.add(from);
    try {
      const body = JSON.stringify({ shop, channel: "web" });
      const headers = { "content-type": "application/json" };
      const reply = await fetch(`${url}/v1/sessions`, { method: "POST", headers, body });
      const { data } = (await reply.json()) as { data: { token: string } };
      const speaker = await speak(url, "shopper", data.token);
      await openOnce(speaker);
      speaker.close();
      if (from >= seen().since) seen().latencies.push(performance.now() - from);
    } catch {
      seen().errors++;
    }
    waiting.newcomers.delete(from);
    await sleep(Math.max(0, everyMs - (performance.now() - from)));
  }
}
