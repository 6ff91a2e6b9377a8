import { createKey, hashKey } from "../../auth/keys.ts";
import { signInShopper } from "../../auth/shopper-sign-in.ts";
import type { Deps } from "../../deps.ts";
import { createShop } from "../../shop/create-shop.ts";
import { fillDemo } from "../demo-shop.ts";
import { demoFolder } from "../demo-storefront.ts";
import { startThrowaway } from "../throwaway.ts";

/** What the load needs to know of the server under test. */
export type Prepared = {
  url: string;
  /** The public key of the first shop. */
  shop: string;
  pairs: { shopper: string; agent: string }[];
};

const pairsInShop = 50;
const hour = 3_600_000;

/**
 * The whole server, embedded store and all, in a process of its own, with `pairs` shoppers and as many agents; `limited`
 * with the limits that it has by default. Answers any message with the bytes of memory that it takes.
 */
async function main(): Promise<void> {
  const { url, deps, close } = await startThrowaway({ isLimited: process.argv[3] === "limited" });
  const prepared: Prepared = { url, ...(await people(deps, Number(process.argv[2]))) };
  process.send?.(prepared);
  process.on("message", () => process.send?.(process.memoryUsage.rss()));
  process.once("SIGTERM", () => void close().then(() => process.exit(0)));
}

async function people(deps: Deps, pairs: number): Promise<Omit<Prepared, "url">> {
  const made: Prepared["pairs"] = [];
  let first: string | undefined;
  for (let from = 0; from < pairs; from += pairsInShop) {
    const { shop } = await createShop(deps, { name: "bench" });
    await fillDemo(deps, shop.id, demoFolder());
    first ??= shop.publicKey;
    for (let n = from; n < Math.min(pairs, from + pairsInShop); n++) {
      const session = await signInShopper(deps, shop, { channel: "web" });
      if (!session.ok) throw new Error(session.error.code);
      made.push({ shopper: session.data.session.token, agent: await signedInAgent(deps, shop.id) });
    }
  }
  return { shop: first ?? "", pairs: made };
}

/** An agent without a password, whose session is there already. */
async function signedInAgent({ directory, ids, clock }: Deps, shop: string): Promise<string> {
  const [id, token] = [ids(), createKey("agentToken")];
  await directory.createAgent({ shop, id, email: `${id}@bench`, name: id, role: "agent", passwordHash: "" });
  const expiresAt = clock.now() + hour;
  await directory.createAgentSession({ tokenHash: hashKey(token), shop, agent: id, expiresAt });
  return token;
}

await main();
