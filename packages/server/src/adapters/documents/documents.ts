import { Worker } from "node:worker_threads";
import type { ReadFile } from "../../knowledge/block.ts";
import type { Documents } from "../../ports/documents.ts";
import type { ReaderInput } from "./worker.ts";

/** Longest that reading one file may take, in milliseconds. */
const deadline = 60_000;
const memory = { maxOldGenerationSizeMb: 512 };

/** Reads each file in a thread of its own, which a bad file may slow, fill or end without harm to the server. */
export function createDocuments({ within = deadline } = {}): Documents {
  return {
    read: (kind, bytes) =>
      new Promise((resolve) => {
        const refuse = (reason: string) => resolve({ blocks: [], passages: [], rejected: [{ place: "", reason }] });
        const worker = startWorker({ kind, bytes });
        const timer = setTimeout(() => {
          refuse(`can't be read in ${Math.ceil(within / 1000)} seconds`);
          void worker.terminate();
        }, within);
        worker.once("message", (read: ReadFile) => {
          resolve(read);
          void worker.terminate();
        });
        worker.once("error", ({ code }: Error & { code?: string }) =>
          refuse(
            code === "ERR_WORKER_OUT_OF_MEMORY"
              ? "needs too much memory"
              : `is no ${kind.toUpperCase()} that can be read`,
          ),
        );
        worker.once("exit", () => {
          clearTimeout(timer);
          refuse("can't be read");
        });
      }),
  };
}

/** The thread's file is TypeScript when this one is, JavaScript when built. Libraries' warnings are nobody's business. */
function startWorker(workerData: ReaderInput): Worker {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const url = new URL(`./worker.${extension}`, import.meta.url);
  return new Worker(url, { workerData, execArgv: [], stdout: true, stderr: true, resourceLimits: memory });
}
