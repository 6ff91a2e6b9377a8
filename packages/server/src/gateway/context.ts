import type { CommandMessage, Result } from "@yiwen/shared";
import type { Counts } from "../observe/metrics.ts";
import type { Pipeline } from "../pipeline/pipeline.ts";
import type { Queues } from "../pipeline/queues.ts";
import type { Listeners } from "../ports/listeners.ts";
import type { Admission } from "./admission.ts";
import type { Limiter } from "./limiter.ts";

/** What the gateway's commands work with. */
export type Gateway = {
  pipeline: Pipeline & { queues: Queues };
  listeners: Listeners;
  /** Those of this node alone. */
  here: Listeners;
  limits: { commands: Limiter; messages: Limiter; shop: Limiter };
  admission: Admission;
  /** Called once for every command with what it came to. */
  observe(line: CommandLine): void;
  counts: Counts;
};

/** One line of the log: never a word of a message. */
export type CommandLine = {
  kind: "shopper" | "agent";
  shop: string;
  type: string;
  conversation?: string;
  seq?: number;
  ms: number;
  code?: string;
};

/** Answers one command of one socket. */
export type Answer<S> = (gateway: Gateway, socket: S, command: CommandMessage) => Promise<Result<unknown>>;
