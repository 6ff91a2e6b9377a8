import { type Command, InvalidArgumentError } from "commander";
import { erlang } from "../simulate/erlang.ts";
import { simulateQueue } from "../simulate/queue.ts";
import { seededRandom } from "../simulate/random.ts";

type Options = {
  agents: number;
  at: number;
  perHour: number;
  handle: number;
  patience: number;
  hours: number;
  rush?: number;
  seed: number;
  json?: boolean;
};

const hour = 3600;

/** `yiwen simulate` */
export function registerSimulate(program: Command): void {
  program
    .command("simulate")
    .description("how long shoppers wait for agents, by simulation and by Erlang's formulas")
    .option("--agents <n>", "agents who are there", positive, 20)
    .option("--at <n>", "conversations that one agent has at once", positive, 3)
    .option("--per-hour <n>", "shoppers an hour who ask for a human", positive, 600)
    .option("--handle <seconds>", "how long a conversation with an agent takes", positive, 300)
    .option(
      "--patience <seconds>",
      "how long a shopper waits on average before giving up; 0: for ever",
      notNegative,
      180,
    )
    .option("--hours <n>", "how long shoppers come", positive, 100)
    .option("--rush <factor>", "so many times as many in the middle tenth of that time", positive)
    .option("--seed <n>", "another day", notNegative, 1)
    .option("--json", "print one JSON object")
    .action((options: Options) => {
      const result = simulate(options);
      console.log(options.json ? JSON.stringify(result) : describe(result));
    });
}

type Result = ReturnType<typeof simulate>;

function simulate({ agents, at, perHour, handle, patience, hours, rush, seed }: Options) {
  const staffing = {
    places: Math.round(agents * at),
    perSecond: perHour / hour,
    handle,
    patience: patience === 0 ? Number.POSITIVE_INFINITY : patience,
  };
  const seconds = hours * hour;
  const { came, abandoned, waits, occupancy } = simulateQueue({
    ...staffing,
    seconds,
    random: seededRandom(seed),
    ...(rush && { rush: { from: 0.45 * seconds, until: 0.55 * seconds, factor: rush } }),
  });
  const sorted = Float64Array.from(waits).sort();
  const quantile = (share: number) => sorted[Math.min(came - 1, Math.floor(came * share))] ?? 0;
  return {
    came,
    waited: waits.filter((wait) => wait > 0).length / came,
    p50: quantile(0.5),
    p95: quantile(0.95),
    p99: quantile(0.99),
    meanWait: waits.reduce((sum, wait) => sum + wait, 0) / came,
    abandoned: abandoned / came,
    occupancy,
    // The formulas are for what goes on for ever, which a rush does not.
    formula: rush ? undefined : erlang(staffing),
  };
}

function describe({ came, waited, p50, p95, p99, meanWait, abandoned, occupancy, formula }: Result): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const time = (value: number) => `${value.toFixed(1)} s`;
  const row = (name: string, simulated: string, expected = "") =>
    `${name.padEnd(26)}${simulated.padStart(12)}${expected.padStart(12)}`;
  return [
    row(`${came} shoppers`, "simulated", formula ? "formula" : ""),
    row("had to wait", percent(waited), formula && percent(formula.waits)),
    row("wait, mean", time(meanWait), formula && time(formula.meanWait)),
    row("wait, p50 / p95 / p99", `${p50.toFixed(0)} / ${p95.toFixed(0)} / ${p99.toFixed(0)} s`),
    row("gave up", percent(abandoned), formula && percent(formula.abandons)),
    row("agents busy", percent(occupancy), formula && percent(formula.occupancy)),
  ].join("\n");
}

function notNegative(value: string): number {
  const number = Number(value);
  if (value.trim() !== "" && number >= 0 && number <= 1e7) return number;
  throw new InvalidArgumentError("a number from 0 to 10000000");
}

function positive(value: string): number {
  const number = notNegative(value);
  if (number > 0) return number;
  throw new InvalidArgumentError("a number above 0");
}
