import { createChance } from "./chance.ts";
import { check } from "./checker/check.ts";
import { faults, likely } from "./happen/all.ts";
import { pause } from "./happen/fault.ts";
import type { Entry, History, Violation } from "./history.ts";
import { type Crowd, gather } from "./people/crowd.ts";
import { hasConverged } from "./settle.ts";
import { createWorld, type Setup, type World } from "./world/world.ts";

export type Run = Setup & {
  seed: number;
  /** How many faults happen. */
  faults: number;
  /** Milliseconds between two of them, from and to. */
  every: [number, number];
  /** Kinds that don't happen. */
  without?: readonly string[];
};

export type Outcome = {
  violations: Violation[];
  /** How often each kind happened. */
  counts: Record<string, number>;
  stored: number;
  messages: number;
  acks: number;
  /** Milliseconds from the last fault's end until all was at rest. */
  settledMs: number;
  history: History;
};

/** Longest that anything may take to come to rest, in milliseconds. */
const patienceMs = 180_000;
/** Work of a node that died is taken up when its lease of 30 seconds is over. */
const leases = 2;

/** Lets a crowd use the product while everything breaks, waits until all is whole, and proves every promise. */
export async function run(plan: Run): Promise<Outcome> {
  const weather = createChance(plan.seed);
  const world = await createWorld(plan, createChance(plan.seed + 1));
  const entries: Entry[] = [];
  const crowd = gather(
    {
      entries,
      chance: createChance(plan.seed + 2),
      origins: () => world.doors.map(({ port }) => `http://127.0.0.1:${port}`),
    },
    world.cast,
  );
  try {
    const stop = keepBusy(crowd, createChance(plan.seed + 3));
    const counts = await breakThings(plan, { world, crowd, chance: weather });
    stop();
    const healedAt = Date.now();
    const history = await comeToRest(world, crowd, entries);
    return { ...summed(history), violations: check(history), counts, settledMs: Date.now() - healedAt, history };
  } finally {
    crowd.close();
    await world.close();
  }
}

function keepBusy(crowd: Crowd, chance: ReturnType<typeof createChance>): () => void {
  let isOver = false;
  void (async () => {
    while (!isOver) {
      crowd.act();
      await pause(chance.between(5, 60));
    }
  })();
  return () => {
    isOver = true;
  };
}

type Where = { world: World; crowd: Crowd; chance: ReturnType<typeof createChance> };

/** Makes faults happen one after the other, each taking its time; settles once all are over. */
async function breakThings(
  { database, faults: wanted, every, without }: Run,
  where: Where,
): Promise<Record<string, number>> {
  const kinds = likely(database, new Set(without));
  const counts: Record<string, number> = {};
  const underWay: Promise<void>[] = [];
  let happened = 0;
  while (happened < wanted) {
    const kind = where.chance.pick(kinds);
    happened++;
    underWay.push(
      faults[kind]?.(where).then((did) => {
        if (did) counts[kind] = (counts[kind] ?? 0) + 1;
        else happened--;
      }) ?? Promise.resolve(),
    );
    await pause(where.chance.between(...every));
    if (happened >= wanted) await Promise.all(underWay);
  }
  return counts;
}

async function comeToRest(world: World, crowd: Crowd, entries: Entry[]): Promise<History> {
  const waitMs = world.setup.waitMinutes * 60_000;
  for (let lease = 0; ; lease++) {
    const deadline = Date.now() + patienceMs;
    while (!(await hasConverged(world, crowd)) && Date.now() < deadline) await pause(300);
    const last = [...crowd.tabs, ...crowd.desks].map((one) => one.last());
    const until = entries.length;
    const stored = await world.read();
    const isOwed = stored.effects.some(({ status, dueAt }) => status === "pending" && dueAt < stored.at);
    if (!isOwed || lease === leases) return { entries: entries.slice(0, until), last, stored, waitMs };
    await world.resume();
    const leased = Math.max(
      ...stored.effects.filter(({ status }) => status === "pending").map((one) => one.leaseUntil),
    );
    await pause(Math.max(0, leased - Date.now()) + 3000);
  }
}

function summed({ entries, stored }: History): Pick<Outcome, "stored" | "messages" | "acks"> {
  return {
    stored: stored.events.length,
    messages: entries.filter(({ kind }) => kind === "wrote" || kind === "retried").length,
    acks: entries.filter((entry) => entry.kind === "acked" && entry.seq !== undefined).length,
  };
}
