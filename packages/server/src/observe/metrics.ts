import type { Logger } from "pino";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { CommandLine } from "../gateway/context.ts";

/** Counts and times every command, and writes its one line of log. */
export function createMetrics(log: Logger): { registry: Registry; observe(line: CommandLine): void } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const commands = new Counter({
    name: "yiwen_commands_total",
    help: "Commands answered, by type and outcome",
    labelNames: ["type", "code"],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: "yiwen_command_seconds",
    help: "Time from a command's arrival to its answer",
    labelNames: ["type"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers: [registry],
  });
  return {
    registry,
    observe(line) {
      commands.inc({ type: line.type, code: line.code ?? "ok" });
      seconds.observe({ type: line.type }, line.ms / 1000);
      log.info({ ...line, ms: Math.round(line.ms * 100) / 100 }, "command");
    },
  };
}
