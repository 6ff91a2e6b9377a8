import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assemble } from "../../assemble.ts";
import { createKey, hashKey } from "../../auth/keys.ts";
import { signInShopper } from "../../auth/shopper-sign-in.ts";
import { readConfig } from "../../config.ts";
import type { Deps } from "../../deps.ts";
import { createShop } from "../../shop/create-shop.ts";

/** What the load needs to know of the server under test. */
export type Prepared = { url: string; pairs: { shopper: string; agent: string }[] };

const pairsInShop = 50;
const unlimited = "1000000";

/** The whole server, embedded store and all, in a process of its own, with `pairs` shoppers and as many agents. */
async function main(): Promise<void> {
  const pairs = Number(process.argv[2]);
  const folder = mkdtempSync(join(tmpdir(), "yiwen-bench-"));
  const config = readConfig({
    ...process.env,
    PORT: "0",
    DATA_DIR: folder,
    LOG_LEVEL: "warn",
    COMMANDS_PER_SECOND: unlimited,
    COMMANDS_BURST: unlimited,
    MESSAGES_PER_SECOND: unlimited,
    MESSAGES_BURST: unlimited,
  });
  const { server, deps, close } = await assemble(config);
  const url = await server.listen({ port: 0, host: "127.0.0.1" });
  const prepared: Prepared = { url, pairs: await people(deps, pairs) };
  process.send?.(prepared);
  process.once("SIGTERM", () => {
    close().then(() => {
      rmSync(folder, { recursive: true, force: true });
      process.exit(0);
    });
  });
}

async function people(deps: Deps, pairs: number): Promise<Prepared["pairs"]> {
  const made: Prepared["pairs"] = [];
  for (let first = 0; first < pairs; first += pairsInShop) {
    const { shop } = await createShop(deps, { name: "bench" });
    for (let n = first; n < Math.min(pairs, first + pairsInShop); n++) {
      const session = await signInShopper(deps, shop, {});
      if (!session.ok) throw new Error(session.error.code);
      const [id, token] = [deps.ids(), createKey("agentToken")];
      const expiresAt = deps.clock.now() + 3_600_000;
      // No password: these agents sign in by a session that is there already.
      await deps.directory.createAgent({
        shop: shop.id,
        id,
        email: `${id}@bench`,
        name: id,
        role: "agent",
        passwordHash: "",
      });
      await deps.directory.createAgentSession({ tokenHash: hashKey(token), shop: shop.id, agent: id, expiresAt });
      made.push({ shopper: session.data.token, agent: token });
    }
  }
  return made;
}

await main();
