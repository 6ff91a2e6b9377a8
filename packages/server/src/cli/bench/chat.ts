import type { Figures } from "./figures.ts";
import { load, withServer } from "./processes.ts";
import type { Prepared } from "./yiwen-server.ts";

export type ChatBench = {
  connections: {
    senders: number;
    echo: Figures;
    relay: Figures;
    /** An agent's messages to shoppers: stored, acknowledged, delivered. */
    stored: Figures;
    /** The same at half of what they came to. */
    storedHalf: Figures;
    /** Shoppers' messages to an agent: the same, and understood. */
    understood: Figures;
    /** Messages a second of `stored` over those of the references. */
    ofEcho: number;
    ofRelay: number;
  }[];
  /** `ofRelay`: over the relay with as many senders, where that was measured. */
  bot: { max: Figures; halfLoad: Figures; ofRelay?: number };
};

type Options = { senders: number[]; seconds: number };

/** How many shoppers talk to the bot at once when its answers are timed. */
const botShoppers = 100;

/**
 * Durable send → ack → delivery to a second socket, against a bare echo and a bare relay in the same run, and the
 * bot's time to answer. Every server and every load has a process of its own; all on loopback.
 */
export async function benchChat({ senders, seconds }: Options, say: (line: string) => void): Promise<ChatBench> {
  const connections: ChatBench["connections"] = [];
  for (const count of senders) {
    say(`${count} senders …`);
    const [echo, relay] = await withServer<{ url: string }, [Figures, Figures]>(
      "reference-server",
      [],
      async ({ ready: { url } }) => {
        const pairs = Array.from({ length: count }, () => ({ shopper: "", agent: "" }));
        return [
          await load({ target: "echo", url, pairs, seconds }),
          await load({ target: "relay", url, pairs, seconds }),
        ];
      },
    );
    const [stored, storedHalf, understood] = await withServer<Prepared, [Figures, Figures, Figures]>(
      "yiwen-server",
      [String(count * 3)],
      async ({ ready: { url, pairs } }) => {
        const some = (nth: number) => ({ url, pairs: pairs.slice(nth * count, (nth + 1) * count), seconds });
        const most = await load({ target: "fromAgent", ...some(0) });
        const half = await load({ target: "fromAgent", ...some(1), rate: most.perSecond / 2 });
        return [most, half, await load({ target: "fromShopper", ...some(2) })];
      },
    );
    const ratios = { ofEcho: ratio(stored, echo), ofRelay: ratio(stored, relay) };
    connections.push({ senders: count, echo, relay, stored, storedHalf, understood, ...ratios });
  }
  say("the bot …");
  const bot = await withServer<Prepared, ChatBench["bot"]>(
    "yiwen-server",
    [String(botShoppers)],
    async ({ ready: { url, pairs } }) => {
      const max = await load({ target: "bot", url, pairs, seconds });
      return { max, halfLoad: await load({ target: "bot", url, pairs, seconds, rate: max.perSecond / 2 }) };
    },
  );
  const relay = connections.find((one) => one.senders === botShoppers)?.relay;
  return { connections, bot: { ...bot, ...(relay && { ofRelay: ratio(bot.max, relay) }) } };
}

const ratio = (a: Figures, b: Figures) => Math.round((a.perSecond / b.perSecond) * 1000) / 1000;

/** The table people read. */
export function chatTable({ connections, bot }: ChatBench): string {
  const cell = (value: string | number, width = 12) => String(value).padStart(width);
  const row = (name: string, f: Figures) =>
    `${name.padEnd(22)}${cell(f.perSecond)}${cell(f.p50)}${cell(f.p99)}${cell(f.errors)}`;
  const head = `${"".padEnd(22)}${cell("messages/s")}${cell("p50 ms")}${cell("p99 ms")}${cell("errors")}`;
  const blocks = connections.map(({ senders, echo, relay, stored, storedHalf, understood, ofEcho, ofRelay }) =>
    [
      `${senders} senders, ${senders} receivers`,
      head,
      row("bare socket.io echo", echo),
      row("bare socket.io relay", relay),
      row("yiwen, stored", stored),
      row("… at half of that", storedHalf),
      row("… and understood", understood),
      `stored / echo ${ofEcho}   stored / relay ${ofRelay}`,
      "",
    ].join("\n"),
  );
  const botBlock = [
    `the bot answers ${botShoppers} shoppers`,
    head,
    row("as fast as it can", bot.max),
    row("at half of that", bot.halfLoad),
    ...(bot.ofRelay === undefined ? [] : [`answered / relay ${bot.ofRelay}`]),
  ];
  return [...blocks, ...botBlock].join("\n");
}
