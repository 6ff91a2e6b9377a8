import type { Command } from "commander";

type Register = (program: Command) => void;

/** Each file of commands with the names that begin them, in the order that `--help` lists them. */
const files: [names: string[], load: () => Promise<Register>][] = [
  [["serve"], async () => (await import("./serve.ts")).registerServe],
  [["demo"], async () => (await import("./demo.ts")).registerDemo],
  [["migrate"], async () => (await import("./migrate.ts")).registerMigrate],
  [["shop"], async () => (await import("./shop.ts")).registerShop],
  [["agent"], async () => (await import("./agent.ts")).registerAgent],
  [["catalog", "orders", "knowledge"], async () => (await import("./imports.ts")).registerImports],
  [["corrections"], async () => (await import("./corrections.ts")).registerCorrections],
  [["replay"], async () => (await import("./replay.ts")).registerReplay],
  [["eval"], async () => (await import("./eval.ts")).registerEval],
  [["simulate"], async () => (await import("./simulate.ts")).registerSimulate],
  [["bench"], async () => (await import("./bench.ts")).registerBench],
];

/** Adds the command that `name` begins, or else all of them: loading them all takes longer than what most of them do. */
export async function addCommands(program: Command, name = ""): Promise<void> {
  const asked = files.filter(([names]) => names.includes(name));
  const registers = await Promise.all((asked.length > 0 ? asked : files).map(([, load]) => load()));
  for (const register of registers) register(program);
}
