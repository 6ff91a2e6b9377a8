import { namespaces } from "@yiwen/shared";
import { io, type Socket } from "socket.io-client";
import { type Figures, figuresOf } from "../figures.ts";
import { questions } from "../questions.ts";

/** Whom to connect. Without tokens to the bare server, `count` of them. */
export type Gathering = { url: string; tokens: string[]; count: number; opens: boolean };
/** How many messages a second the crowd writes in all, and for how long. */
export type Chatter = { perSecond: number; seconds: number };

/** How many connect at once. */
const abreast = 50;

/** Many who are connected, in a process of their own: first a `Gathering`, then perhaps a `Chatter`. */
let crowd: { socket: Socket; conversation?: string }[] = [];
process.on("message", (job: Gathering | Chatter) => {
  const done = "tokens" in job ? gather(job) : chatter(job);
  done.then(
    (said) => process.send?.(said),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.once("SIGTERM", () => process.exit(0));
process.send?.("ready");

async function gather({ url, tokens, count, opens }: Gathering): Promise<number> {
  for (let first = 0; first < count; first += abreast) {
    const those = Array.from({ length: Math.min(abreast, count - first) }, (_, n) => tokens[first + n]);
    crowd = crowd.concat(await Promise.all(those.map((token) => join(url, token, opens))));
  }
  return crowd.length;
}

async function join(url: string, token: string | undefined, opens: boolean) {
  const socket = io(token === undefined ? url : `${url}${namespaces.shopper}`, {
    auth: { token },
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
  });
  await new Promise((resolve, reject) => {
    socket.once("connect", () => resolve(undefined));
    socket.once("connect_error", reject);
  });
  if (!opens) return { socket };
  const opened = await socket.emitWithAck("command", { id: crypto.randomUUID(), type: "conversation.open", input: {} });
  return { socket, conversation: opened.data.conversation.id as string };
}

/** Each writes in turn; done means acknowledged. */
async function chatter({ perSecond, seconds }: Chatter): Promise<Figures> {
  const latencies: number[] = [];
  let errors = 0;
  const underWay: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let sent = 0; sent < perSecond * seconds; sent++) {
    const dueAt = startedAt + (sent * 1000) / perSecond;
    const early = dueAt - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const { socket, conversation } = crowd[sent % crowd.length] as (typeof crowd)[number];
    const message = {
      id: crypto.randomUUID(),
      type: "message.send",
      conversationId: conversation,
      input: { content: { kind: "text", text: questions[sent % questions.length] } },
    };
    underWay.push(
      socket.emitWithAck("command", message).then(
        ({ ok }) => void (ok ? latencies.push(performance.now() - dueAt) : errors++),
        () => void errors++,
      ),
    );
  }
  await Promise.all(underWay);
  return figuresOf(latencies, seconds, errors);
}
