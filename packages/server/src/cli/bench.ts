import { fileURLToPath } from "node:url";
import { type Command, InvalidArgumentError, Option } from "commander";
import { abuseTable, attackNames, benchAbuse } from "./bench/abuse.ts";
import { benchChat, chatTable } from "./bench/chat.ts";
import { benchDurability, durabilityTable } from "./bench/durability.ts";
import { tableOf } from "./bench/nlu/row.ts";
import { benchNlu, type NluOptions, nluParts } from "./bench/nlu.ts";
import { benchScale, type ScaleOptions, scaleTable } from "./bench/scale.ts";

/** `yiwen bench` */
export function registerBench(program: Command): void {
  const bench = program.command("bench").description("measure this machine; loopback only, in processes of its own");
  registerChat(bench);
  registerScale(bench);
  registerAbuse(bench);
  registerDurability(bench);
  registerNlu(bench);
}

type Say = (line: string) => void;

/** Runs a benchmark and prints its table, or with `--json` its figures as one object; how far it has come goes to stderr. */
function measures<O, F>(
  command: Command,
  run: (options: O, say: Say) => Promise<F>,
  table: (figures: F) => string,
): void {
  command
    .option("--json", "print one JSON object")
    .action(async ({ json, ...options }: { json?: boolean } & Record<string, unknown>) => {
      const print = console.log;
      const figures = await run(options as O, (line) => json || console.error(line));
      print(json ? JSON.stringify(figures) : table(figures));
    });
}

function registerChat(bench: Command): void {
  const chat = bench
    .command("chat")
    .description(
      "stored sends to a second socket, beside a bare socket.io echo and relay, and the bot's time to answer",
    )
    .option("--senders <counts>", "how many send at once, comma separated", counts, [1, 100, 1000])
    .option("--seconds <n>", "how long each measurement takes", seconds, 5);
  measures(chat, benchChat, chatTable);
}

function registerScale(bench: Command): void {
  const scale = bench
    .command("scale")
    .description("what grows: idle connections, a crowd, long conversations and lists, a large database")
    .option("--conversations <n>", "the largest database, of about ten events each", whole, 100_000)
    .option("--shoppers <n>", "connected, each writing once a minute", whole, 10_000)
    .option("--idle <n>", "connections that are weighed", whole, 5000)
    .option("--seconds <n>", "how long each measurement takes", seconds, 5);
  measures(
    scale,
    async (options: ScaleOptions, say) => ({ rows: await benchScale(options, say) }),
    ({ rows }) => scaleTable(rows),
  );
}

function registerDurability(bench: Command): void {
  const durability = bench
    .command("durability")
    .description("what surviving a power cut costs the embedded database on this disk: DURABILITY=power and process")
    .option("--folder <path>", "on the disk to be measured", process.cwd())
    .option("--writers <counts>", "how many conversations write at once, comma separated", counts, [1, 64, 256])
    .option("--seconds <n>", "how long each of a measurement's rounds takes", seconds, 2)
    .option("--rounds <n>", "how often the two take turns", (value) => counts(value)[0], 4);
  measures(durability, benchDurability, durabilityTable);
}

function registerAbuse(bench: Command): void {
  const abuse = bench
    .command("abuse")
    .description("flood a server of its own in every way we know, and see what honest shoppers notice")
    .addOption(new Option("--only <attacks...>", "some of them").choices(attackNames).default([], "all"))
    .option("--seconds <n>", "how long each takes at least", seconds, 5);
  measures(
    abuse,
    async (options: { only: string[]; seconds: number }, say) => ({ rows: await benchAbuse(options, say) }),
    ({ rows }) => abuseTable(rows),
  );
}

/** Where the public sets lie when nothing else is said: beside the repository. */
const dataFolder =
  process.env.YIWEN_PUBLIC_DATA ?? fileURLToPath(new URL("../../../../../shared/data", import.meta.url));

function registerNlu(bench: Command): void {
  const nlu = bench
    .command("nlu")
    .description(
      "intents, sentiment, handoff and retrieval on public sets, beside nlp.js and MiniSearch in the same run",
    )
    .option("--data <folder>", "where the public sets lie, also YIWEN_PUBLIC_DATA", dataFolder)
    .addOption(new Option("--only <parts...>", "some of the parts").choices(nluParts).default([], "all"))
    .option("--no-rivals", "ours alone: training nlp.js takes minutes");
  measures(
    nlu,
    async ({ rivals, ...options }: Omit<NluOptions, "withRivals"> & { rivals: boolean }, say) => {
      // What other libraries print while they learn has no place in our output.
      console.log = console.error;
      return { data: options.data, rows: await benchNlu({ ...options, withRivals: rivals }, say) };
    },
    ({ rows }) => tableOf(rows),
  );
}

function whole(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 100 && number <= 1_000_000) return number;
  throw new InvalidArgumentError("a whole number from 100 to 1000000");
}

function counts(value: string): number[] {
  const numbers = value.split(",").map(Number);
  if (numbers.every((n) => Number.isInteger(n) && n >= 1 && n <= 2000)) return numbers;
  throw new InvalidArgumentError("whole numbers from 1 to 2000, comma separated");
}

function seconds(value: string): number {
  const number = Number(value);
  if (number >= 1 && number <= 60) return number;
  throw new InvalidArgumentError("a number from 1 to 60");
}
