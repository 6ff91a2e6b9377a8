import type { ModelOutcome, ModelTask, UnreachableReason } from "@yiwen/shared";
import type { Logger } from "pino";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { Admission } from "../gateway/admission.ts";
import type { CommandLine } from "../gateway/context.ts";
import type { Door, DoorRefusal } from "../gateway/door.ts";
import { watchLoad } from "./load.ts";
import { createMeaningCounts, type MeaningCounts } from "./meaning-counts.ts";

/** What happened beside the commands, counted. */
export type Counts = MeaningCounts & {
  /** A text or picture was checked by WeChat, or could not be: `unchecked`. */
  checked(what: "text" | "picture", outcome: "pass" | "review" | "risky" | "unchecked"): void;
  /** An agent's words were followed by a look at whether the shopper is there. */
  notified(outcome: "sent" | "present" | UnreachableReason): void;
  /** A socket was not let in. */
  refusedAtDoor(why: DoorRefusal): void;
  /** The language model was asked for something; tokens as it counted them. */
  modelAsked(
    task: ModelTask | "suggestions",
    outcome: ModelOutcome,
    tokens: { inputTokens: number; outputTokens: number },
  ): void;
};

export type Metrics = {
  registry: Registry;
  counts: Counts;
  observe(line: CommandLine): void;
  /** Tells how full the node is. */
  watch(node: { admission: Admission; door: Door }): void;
};

/** Counts and times every command, and writes its one line of log. */
export function createMetrics(log: Logger): Metrics {
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
  const checks = new Counter({
    name: "yiwen_content_checks_total",
    help: "Content checks by WeChat, by what was checked and the outcome",
    labelNames: ["what", "outcome"],
    registers: [registry],
  });
  const notifications = new Counter({
    name: "yiwen_shopper_notifications_total",
    help: "Looks at whether a shopper is there to read an agent's words, by what came of them",
    labelNames: ["outcome"],
    registers: [registry],
  });
  const asked = new Counter({
    name: "yiwen_model_tasks_total",
    help: "Tasks given to language models, by what they were and what came of them",
    labelNames: ["task", "outcome"],
    registers: [registry],
  });
  const tokens = new Counter({
    name: "yiwen_model_tokens_total",
    help: "Tokens that language models read and wrote",
    labelNames: ["direction"],
    registers: [registry],
  });
  const refusals = new Counter({
    name: "yiwen_sockets_refused_total",
    help: "Sockets not let in: the node was full, too many from their address, or too fast",
    labelNames: ["why"],
    registers: [registry],
  });
  return {
    registry,
    watch: (node) => watchLoad(registry, node),
    counts: {
      refusedAtDoor: (why) => refusals.inc({ why }),
      ...createMeaningCounts(registry),
      checked: (what, outcome) => checks.inc({ what, outcome }),
      notified: (outcome) => notifications.inc({ outcome }),
      modelAsked(task, outcome, { inputTokens, outputTokens }) {
        asked.inc({ task, outcome });
        tokens.inc({ direction: "read" }, inputTokens);
        tokens.inc({ direction: "written" }, outputTokens);
      },
    },
    observe(line) {
      commands.inc({ type: line.type, code: line.code ?? "ok" });
      seconds.observe({ type: line.type }, line.ms / 1000);
      log.info({ ...line, ms: Math.round(line.ms * 100) / 100 }, "command");
    },
  };
}
