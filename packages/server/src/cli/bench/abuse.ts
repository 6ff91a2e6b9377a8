import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { AttackJob } from "./abuse/attacker.ts";
import { attacks } from "./abuse/attacks.ts";
import type { HonestJob, Noticed } from "./abuse/honest.ts";
import { end, firstMessage, start } from "./processes.ts";
import type { Prepared } from "./yiwen-server.ts";

/** What honest shoppers noticed of one attack, and what it cost. */
export type AbuseRow = Noticed & {
  name: string;
  /** Most megabytes of memory of the server's process meanwhile. */
  memory: number;
  /** What became of the attack. */
  attack: Record<string, number>;
};

export const attackNames = Object.keys(attacks);

type Options = { only: string[]; seconds: number };

const honestShoppers = 20;
/** More than one process can answer at five messages a second each. */
const crowdSize = 400;
const crowd = "a crowd within its rates";
const breakMs = 4000;

/**
 * Attacks a server of its own, one after the other, while honest shoppers go on; before, between and after it is quiet.
 * Attackers come through a proxy that names them, so that honest ones have another address.
 */
export async function benchAbuse({ only, seconds }: Options, say: (line: string) => void): Promise<AbuseRow[]> {
  const names = attackNames.filter((name) => only.length === 0 || only.includes(name));
  const rows = await withServer(true, async (field) => {
    const measured = [await field.measure("quiet", seconds)];
    for (const name of names) {
      say(`${name} …`);
      measured.push(await field.measure(name, Math.max(seconds, attacks[name]?.leastSeconds ?? 0)));
      await sleep(breakMs);
    }
    return [...measured, await field.measure("quiet again", seconds)];
  });
  if (!names.includes(crowd)) return rows;
  say(`${crowd}, and no limits …`);
  const unlimited = await withServer(false, ({ measure }) => measure(crowd, attacks[crowd]?.leastSeconds ?? seconds));
  return [...rows, { ...unlimited, name: "that crowd without limits" }];
}

type Field = { measure(name: string, seconds: number): Promise<AbuseRow> };

async function withServer<T>(isLimited: boolean, use: (field: Field) => Promise<T>): Promise<T> {
  const args = [String(honestShoppers + crowdSize), isLimited ? "limited" : "unlimited"];
  const server = start("yiwen-server", args, { TRUST_PROXY: "true", LOG_LEVEL: "silent" });
  const honest = start("abuse/honest");
  try {
    const { url, shop, pairs } = await firstMessage<Prepared>(server);
    const tokens = pairs.map(({ shopper }) => shopper);
    honest.send({ url, shop, tokens: tokens.slice(0, honestShoppers) } satisfies HonestJob);
    await firstMessage(honest);
    return await use({
      async measure(name, seconds) {
        const job = { name, url, tokens: tokens.slice(honestShoppers), seconds };
        honest.send("begin");
        const watch = watchMemory(server);
        const attack = name in attacks ? await attackWith(job) : await sleep(seconds * 1000, {});
        const memory = watch.stop();
        honest.send("tell");
        return { name, ...(await firstMessage<Noticed>(honest)), memory, attack };
      },
    });
  } finally {
    await Promise.all([end(honest), end(server)]);
  }
}

async function attackWith(job: AttackJob): Promise<Record<string, number>> {
  const attacker = start("abuse/attacker");
  attacker.send(job);
  return firstMessage(attacker);
}

function watchMemory(server: ChildProcess): { stop(): number } {
  let most = 0;
  const listen = (bytes: unknown) => {
    most = Math.max(most, bytes as number);
  };
  server.on("message", listen);
  server.send("memory");
  const timer = setInterval(() => server.send("memory"), 250);
  return {
    stop() {
      clearInterval(timer);
      server.off("message", listen);
      return Math.round(most / 1e6);
    },
  };
}

/** The table people read. */
export function abuseTable(rows: AbuseRow[]): string {
  const cell = (value: string | number, width = 9) => String(value).padStart(width);
  const head = [
    "".padEnd(30),
    ...["p50 ms", "p99 ms", "told wait", "errors", "new p50", "new p99", "failed", "MB"].map((name) => cell(name)),
  ].join("");
  const lines = rows.map(({ name, messages, newcomers, memory, attack }) => {
    const { p50, p99, shed, errors } = messages;
    const figures = [p50, p99, shed, errors, newcomers.p50, newcomers.p99, newcomers.errors, memory];
    const became = Object.entries(attack).map(([what, count]) => `${count} ${what}`);
    return `${name.padEnd(30)}${figures.map((figure) => cell(figure)).join("")}   ${became.join(", ")}`;
  });
  return [`${honestShoppers} honest shoppers, two messages a second each; two newcomers a second`, head, ...lines].join(
    "\n",
  );
}
