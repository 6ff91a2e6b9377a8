import { startThrowaway } from "../throwaway.ts";
import { createPairs, type Pair } from "./people.ts";

/** What the load needs to know of the server under test. */
export type Prepared = {
  url: string;
  /** The public key of the first shop. */
  shop: string;
  pairs: Pair[];
};

/**
 * The whole server, embedded store and all, in a process of its own, with `pairs` shoppers and as many agents; `limited`
 * with the limits that it has by default. Answers any message with the bytes of memory that it takes.
 */
async function main(): Promise<void> {
  const { url, deps, close } = await startThrowaway({ isLimited: process.argv[3] === "limited" });
  const prepared: Prepared = { url, ...(await createPairs(deps, Number(process.argv[2]))) };
  process.send?.(prepared);
  process.on("message", () => process.send?.(process.memoryUsage.rss()));
  process.once("SIGTERM", () => void close().then(() => process.exit(0)));
}

await main();
