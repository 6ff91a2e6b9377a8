import { type ChildProcess, fork } from "node:child_process";
import type { Figures } from "./figures.ts";
import type { Job } from "./load.ts";

/** Starts a file beside this one, by its name without extension, in a process of its own that can be spoken with. */
export function start(name: string, args: string[] = [], env: Record<string, string> = {}): ChildProcess {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return fork(new URL(`./${name}.${extension}`, import.meta.url), args, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, ...env },
    // Memory is weighed after a collection.
    execArgv: [...process.execArgv, "--expose-gc"],
  });
}

/** What a process says first; rejects when it ends without a word. */
export function firstMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a process of the benchmark ended with code ${code}`));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message as T);
    });
  });
}

/** Ends a process and waits for its end. */
export async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

/** A process that said it is `ready`; `ask` sends it something and settles with what it says next. */
export type Running<R> = { ready: R; ask<T>(question: unknown): Promise<T> };

/** Starts a process, and ends it when `use` is done with it. */
export async function withServer<R, T>(
  name: string,
  args: string[],
  use: (running: Running<R>) => Promise<T>,
): Promise<T> {
  const child = start(name, args);
  try {
    return await use({ ready: await firstMessage<R>(child), ask: (question) => asked(child, question) });
  } finally {
    await end(child);
  }
}

/** Puts a load on a server from a process of its own. */
export async function load(job: Job): Promise<Figures> {
  return (await asked<{ figures: Figures }>(start("load"), job)).figures;
}

function asked<T>(child: ChildProcess, question: unknown): Promise<T> {
  const answer = firstMessage<T>(child);
  child.send(question as object);
  return answer;
}
