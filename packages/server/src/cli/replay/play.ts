import type { EventData, Floor, HandoffReason, Result, ShopperSession, WireEvent } from "@yiwen/shared";
import { SignJWT } from "jose";
import { type Speaker, speak } from "../speaker.ts";
import type { Dialogue } from "./dialogue-file.ts";

/** What came of one turn. `ms` is the time from sending to the bot's first word, absent where it said none. */
export type PlayedTurn = {
  id: string;
  turn: number;
  text: string;
  replies: string[];
  intent?: string;
  /** The whole question, where the turn was a follow-up. */
  rewritten?: string;
  confidence?: number;
  sentiment?: number;
  floor: Floor;
  handoffReasons: HandoffReason["code"][];
  skill?: string;
  outcome?: string;
  ms?: number;
  error?: string;
};

/** `identitySecret` is the shop's: it signs shoppers in. */
export type Target = { url: string; shopKey: string; agentToken: string; identitySecret?: string };

type Played = { speaker: Speaker<"shopper">; watcher: Watcher; conversationId: string };

/** Plays one dialogue over the real protocol: a shopper who writes, and an agent who looks on. */
export async function play(target: Target, dialogue: Dialogue): Promise<PlayedTurn[]> {
  const played = await begin(target, dialogue);
  const turns: PlayedTurn[] = [];
  try {
    for (const [index, text] of dialogue.turns.entries()) {
      turns.push({ id: dialogue.id, turn: index + 1, ...(await playTurn(played, text)) });
    }
    // Who is signed in would go on in the same conversation with the next dialogue.
    if (dialogue.shopper !== undefined) await played.watcher.end();
  } finally {
    played.speaker.close();
    played.watcher.close();
  }
  return turns;
}

async function begin(target: Target, { consult, shopper }: Dialogue): Promise<Played> {
  const { url, agentToken } = target;
  const session = await openSession(target, shopper);
  const speaker = await speak(url, "shopper", session.token);
  const opened = await speaker.command("conversation.open", { fresh: true, ...(consult && { consult }) });
  if (!opened.ok) throw new Error(`conversation.open: ${opened.error.code}`);
  const conversationId = opened.data.conversation.id;
  return { speaker, conversationId, watcher: await watch(url, agentToken, conversationId) };
}

async function openSession({ url, shopKey, identitySecret }: Target, shopper?: string): Promise<ShopperSession> {
  const identity = shopper && identitySecret ? await vouch(shopper, identitySecret) : undefined;
  const response = await fetch(`${url}/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ shop: shopKey, channel: "web", ...(identity && { identity }) }),
  });
  const result = (await response.json()) as Result<ShopperSession>;
  if (!result.ok) throw new Error(`opening a session: ${result.error.code} ${result.error.message}`);
  return result.data;
}

/** The word of the shop's own server for its shopper. */
function vouch(shopper: string, secret: string): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(shopper)
    .setExpirationTime("10m")
    .sign(new TextEncoder().encode(secret));
}

type Watcher = {
  events: WireEvent[];
  floor(): Floor;
  /** Settles once the events fit and everything sent with the last of them is here too. */
  until(fits: () => boolean): Promise<void>;
  /** Ends the conversation. */
  end(): Promise<unknown>;
  close(): void;
};

async function watch(url: string, token: string, conversationId: string): Promise<Watcher> {
  const speaker = await speak(url, "agent", token);
  const events: WireEvent[] = [];
  let look = () => {};
  speaker.onEvent((event) => {
    events.push(event);
    look();
  });
  const opened = await speaker.command("conversation.open", {}, { conversationId });
  if (!opened.ok) throw new Error(`looking on: ${opened.error.code}`);
  const floors: Partial<Record<WireEvent["type"], Floor>> = {
    "handoff.requested": "queued",
    "handoff.cancelled": "bot",
    "agent.joined": "human",
    "agent.left": "bot",
    "conversation.closed": "closed",
  };
  return {
    events,
    floor: () => events.map(({ type }) => floors[type]).findLast(Boolean) ?? opened.data.conversation.floor,
    async until(fits) {
      await new Promise<void>((resolve) => {
        look = () => fits() && resolve();
        look();
      });
      // The answer to a later command comes after all that was told before it.
      await speaker.command("catalog.read", {});
    },
    end: () => speaker.command("conversation.close", { resolution: "resolved" }, { conversationId }),
    close: speaker.close,
  };
}

async function playTurn(
  { speaker, watcher, conversationId }: Played,
  text: string,
): Promise<Omit<PlayedTurn, "id" | "turn">> {
  const from = watcher.events.length;
  const startedAt = performance.now();
  let ms: number | undefined;
  const stop = speaker.onEvent((event) => {
    if (ms === undefined && event.type === "message.sent" && event.by.kind === "bot")
      ms = performance.now() - startedAt;
  });
  const botSpeaks = watcher.floor() === "bot";
  const sent = await send(speaker, conversationId, text);
  if (!sent.ok) {
    stop();
    return { text, replies: [], floor: watcher.floor(), handoffReasons: [], error: sent.error.code };
  }
  const fresh = () => watcher.events.slice(from);
  await watcher.until(() => isOver(fresh(), botSpeaks));
  const { replies, ...seen } = summaryOf(fresh());
  stop();
  return {
    text,
    replies,
    ...seen,
    floor: watcher.floor(),
    ...(ms !== undefined && { ms: Math.round(ms * 100) / 100 }),
  };
}

/** Sends, and again when told to wait: a replay is faster than a shopper. */
async function send(speaker: Speaker<"shopper">, conversationId: string, text: string): Promise<Result<unknown>> {
  const id = crypto.randomUUID();
  for (;;) {
    const answer = await speaker.command("message.send", { content: { kind: "text", text } }, { conversationId, id });
    if (answer.ok || !answer.error.retryAfterMs) return answer;
    await new Promise((resolve) => setTimeout(resolve, answer.error.retryAfterMs));
  }
}

function isOver(events: WireEvent[], botSpeaks: boolean): boolean {
  if (!botSpeaks) return events.some(({ type }) => type === "message.understood");
  const stepped = events.findLast((event) => event.type === "dialogue.stepped");
  return stepped !== undefined && stepped.data.outcome !== "lookingUp";
}

function summaryOf(events: WireEvent[]) {
  const data = <T extends WireEvent["type"]>(type: T) =>
    events.findLast((event) => event.type === type)?.data as EventData[T] | undefined;
  const understood = data("message.understood");
  const stepped = data("dialogue.stepped");
  const rewritten = data("message.rewritten")?.text ?? understood?.rewritten;
  const reasons = data("handoff.explained")?.reasons ?? [];
  return {
    replies: events.flatMap(replyOf),
    handoffReasons: reasons.map(({ code }) => code),
    ...(understood && {
      intent: understood.intent,
      confidence: understood.confidence,
      sentiment: understood.sentiment.score,
    }),
    ...(rewritten !== undefined && { rewritten }),
    ...(stepped && { skill: stepped.skill, outcome: stepped.outcome }),
  };
}

function replyOf(event: WireEvent): string[] {
  if (event.type !== "message.sent" || event.by.kind !== "bot") return [];
  const { content } = event.data;
  switch (content.kind) {
    case "text":
      return [content.text];
    case "choices":
      return [`${content.text} [${content.choices.map(({ label }) => label).join(" | ")}]`];
    case "image":
      return [`<image ${content.uploadId}>`];
    case "product":
      return [`<product ${content.productId}>`];
    case "order":
      return [`<order ${content.orderId}>`];
  }
}
