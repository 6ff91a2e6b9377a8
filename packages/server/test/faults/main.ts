import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Outcome, type Run, run } from "./run.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

// What was started ends with this process, however that ends.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    faults: { type: "string", default: "200" },
    database: { type: "string", default: "embedded" },
    nodes: { type: "string" },
    rounds: { type: "string", default: "1" },
    without: { type: "string", default: "" },
    history: { type: "string" },
  },
});

const isPostgres = values.database === "postgres";
const first = Number(values.seed ?? Math.floor(Math.random() * 1e6));
const rounds = Number(values.rounds);
const total: Record<string, number> = {};
let broken = 0;

for (let seed = first; seed < first + rounds; seed++) {
  const plan: Run = {
    seed,
    database: isPostgres ? "postgres" : "embedded",
    nodes: Number(values.nodes ?? (isPostgres ? 2 : 1)),
    faults: Math.ceil(Number(values.faults) / rounds),
    every: [20, 250],
    shoppers: 9,
    agents: 3,
    waitMinutes: seed % 2 ? 10 : 0.1,
    without: values.without.split(",").filter(Boolean),
  };
  const startedAt = Date.now();
  const outcome = await run(plan);
  report(plan, outcome, Date.now() - startedAt);
  broken += outcome.violations.length;
  for (const [kind, times] of Object.entries(outcome.counts)) total[kind] = (total[kind] ?? 0) + times;
  if (values.history && outcome.violations.length > 0) writeFileSync(values.history, JSON.stringify(outcome.history));
}

const faults = Object.values(total).reduce((sum, times) => sum + times, 0);
say(`\n${faults} faults: ${listed(total)}`);
say(broken === 0 ? "Every promise was kept." : `${broken} promises were broken.`);
process.exit(broken === 0 ? 0 : 1);

function report({ seed, database, nodes }: Run, outcome: Outcome, ms: number): void {
  const { violations, counts, messages, acks, stored, settledMs } = outcome;
  const happened = Object.values(counts).reduce((sum, times) => sum + times, 0);
  say(
    `seed ${seed} (${database}, ${nodes} ${nodes === 1 ? "node" : "nodes"}): ${happened} faults, ${messages} messages written, ` +
      `${acks} acknowledgements, ${stored} events stored, at rest after ${(settledMs / 1000).toFixed(1)} s, ` +
      `${(ms / 1000).toFixed(0)} s in all: ${violations.length} promises broken`,
  );
  say(`  ${listed(counts)}`);
  for (const { promise, what } of violations.slice(0, 40)) say(`  ${promise}: ${what}`);
}

function listed(counts: Record<string, number>): string {
  return Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([kind, times]) => `${kind} ${times}`)
    .join(", ");
}
