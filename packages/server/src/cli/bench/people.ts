import { createKey, hashKey } from "../../auth/keys.ts";
import { signInShopper } from "../../auth/shopper-sign-in.ts";
import type { Deps } from "../../deps.ts";
import { createShop } from "../../shop/create-shop.ts";
import { fillDemo } from "../demo-shop.ts";
import { demoFolder } from "../demo-storefront.ts";

/** What lets somebody in: a shopper's and an agent's token of one shop. */
export type Pair = { shopper: string; agent: string };

const pairsInShop = 50;
const hour = 3_600_000;

/** So many shoppers and as many agents, in demo shops of their own; `shop` is the public key of the first. */
export async function createPairs(deps: Deps, count: number): Promise<{ shop: string; pairs: Pair[] }> {
  const pairs: Pair[] = [];
  let first: string | undefined;
  for (let from = 0; from < count; from += pairsInShop) {
    const shop = await createBenchShop(deps);
    first ??= shop.publicKey;
    for (let n = from; n < Math.min(count, from + pairsInShop); n++) {
      pairs.push({ shopper: await shopperToken(deps, shop), agent: (await createBenchAgent(deps, shop.id)).token });
    }
  }
  return { shop: first ?? "", pairs };
}

type Shop = Parameters<typeof signInShopper>[1];

/** The demo shop under another name. */
export async function createBenchShop(deps: Deps): Promise<Shop> {
  const { shop } = await createShop(deps, { name: "bench" });
  await fillDemo(deps, shop.id, demoFolder());
  return shop;
}

/** A new shopper's token. */
export async function shopperToken(deps: Deps, shop: Shop): Promise<string> {
  const session = await signInShopper(deps, shop, { channel: "web" });
  if (!session.ok) throw new Error(session.error.code);
  return session.data.session.token;
}

/** An agent without a password, whose session is there already. */
export async function createBenchAgent(
  { directory, ids, clock }: Deps,
  shop: string,
): Promise<{ id: string; token: string }> {
  const [id, token] = [ids(), createKey("agentToken")];
  await directory.createAgent({ shop, id, email: `${id}@bench`, name: id, role: "agent", passwordHash: "" });
  await directory.createAgentSession({ tokenHash: hashKey(token), shop, agent: id, expiresAt: clock.now() + hour });
  return { id, token };
}
