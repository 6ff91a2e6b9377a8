import type { Command } from "commander";
import { registerAgent } from "./agent.ts";
import { registerBench } from "./bench.ts";
import { registerCorrections } from "./corrections.ts";
import { registerDemo } from "./demo.ts";
import { registerEval } from "./eval.ts";
import { registerImports } from "./imports.ts";
import { registerMigrate } from "./migrate.ts";
import { registerReplay } from "./replay.ts";
import { registerServe } from "./serve.ts";
import { registerShop } from "./shop.ts";

/** Every command of `yiwen`, in the order that `--help` lists them. */
export const commands: ((program: Command) => void)[] = [
  registerServe,
  registerDemo,
  registerMigrate,
  registerShop,
  registerAgent,
  registerImports,
  registerCorrections,
  registerReplay,
  registerEval,
  registerBench,
];
