import { monitorEventLoopDelay } from "node:perf_hooks";
import { assemble } from "../../../assemble.ts";
import { readConfig } from "../../../config.ts";
import { noLimits } from "../../throwaway.ts";
import { createBenchAgent, createBenchShop, createPairs, type Pair, shopperToken } from "../people.ts";
import { weight } from "../weight.ts";

/** `startMs`: from the process's first moment to its readiness, in milliseconds. */
export type ScaleReady = { url: string; startMs: number; shop: string; pairs: Pair[] };

/** The bytes it takes; the event loop's delay since last asked, p99 in ms; new shoppers' tokens; a `LongList`. */
export type ScaleQuestion = "memory" | "delay" | { shoppers: number } | { longList: true };
/** A shop with an agent and a shopper, for long lists. */
export type LongList = { shop: string; agentId: string; agent: string; shopper: string };

/** The whole server on a folder that stays, with so many pairs; answers questions about itself. */
async function main(dataDir: string, pairs: number): Promise<void> {
  const { server, deps, close } = await assemble(
    readConfig({ LOG_LEVEL: "warn", ...process.env, ...noLimits, DATA_DIR: dataDir }),
  );
  const url = await server.listen({ port: 0, host: "127.0.0.1" });
  const startMs = Math.round(performance.now());
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();

  async function answer(question: ScaleQuestion): Promise<unknown> {
    if (question === "memory") return weight();
    if (question === "delay") {
      const p99 = delay.percentile(99) / 1e6;
      delay.reset();
      return p99;
    }
    const shop = await createBenchShop(deps);
    if ("longList" in question) {
      const { id, token } = await createBenchAgent(deps, shop.id);
      return { shop: shop.id, agentId: id, agent: token, shopper: await shopperToken(deps, shop) } satisfies LongList;
    }
    const tokens: string[] = [];
    for (let n = 0; n < question.shoppers; n++) tokens.push(await shopperToken(deps, shop));
    return tokens;
  }
  process.on("message", (question: ScaleQuestion) => void answer(question).then((said) => process.send?.(said)));
  process.once("SIGTERM", () => void close().then(() => process.exit(0)));
  process.send?.({ url, startMs, ...(await createPairs(deps, pairs)) } satisfies ScaleReady);
}

await main(process.argv[2] as string, Number(process.argv[3]));
