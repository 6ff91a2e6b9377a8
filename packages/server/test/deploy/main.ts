// A deploy under load: node packages/server/test/deploy/main.ts [--shoppers 200] [--every 500] [--seed N] [--rounds 1]
import { parseArgs } from "node:util";
import { type RolledOut, rollOut } from "./rollout.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

// What was started ends with this process, however that ends.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const { values } = parseArgs({
  options: {
    shoppers: { type: "string", default: "200" },
    every: { type: "string", default: "500" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    rounds: { type: "string", default: "1" },
  },
});

/** Longest that anybody may wait while nodes are deployed, in milliseconds. */
const patienceMs = 2000;
const first = Number(values.seed);
let broken = 0;

for (let seed = first; seed < first + Number(values.rounds); seed++) {
  const shoppers = Number(values.shoppers);
  const outcome = await rollOut({ seed, shoppers, everyMs: Number(values.every), calmMs: 5000 });
  broken += report(seed, outcome);
}
process.exit(broken === 0 ? 0 : 1);

/** Answers how many promises were broken. */
function report(seed: number, { calm, deploy, nodes, messages, violations }: RolledOut): number {
  const times = nodes.map(
    ({ drainMs, backMs }) => `${seconds(drainMs)} to its end, ${seconds(backMs)} until it serves`,
  );
  say(`seed ${seed}: ${values.shoppers} shoppers, ${messages} messages; each node ${times.join("; ")}`);
  say(`  from writing to acknowledgement, before: ${spread(calm.acks)}`);
  say(`  from writing to acknowledgement, during: ${spread(deploy.acks)}`);
  say(`  without a connection: ${spread(deploy.gaps)}`);
  const late = deploy.acks.filter((ms) => ms > patienceMs).length;
  say(`  ${late} waited over ${seconds(patienceMs)}; ${violations.length} other promises broken`);
  for (const { promise, what } of violations.slice(0, 20)) say(`  ${promise}: ${what}`);
  return late + violations.length;
}

function spread(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return `${sorted.length} times, half within ${at(0.5)} ms, 99 % within ${at(0.99)} ms, longest ${at(1)} ms`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
