import type { Deps } from "../deps.ts";
import type { Counts } from "../observe/metrics.ts";
import { makeVectors } from "./make-vectors.ts";

/** `taken`: another process makes this shop's vectors. */
export type Outcome = "done" | "failed" | "taken" | "overBudget";

/** How long a shop is this process's alone, renewed with every request. */
export const leaseMs = 60_000;

/** Makes the vectors that a shop lacks, in some documents or in all; it never fails but by its outcome. */
export function createOneShop(
  { directory, vectors, embeddings, clock, ids, log }: Deps,
  counts: Pick<Counts, "passagesEmbedded">,
  signal: AbortSignal,
): (id: string, documents: Set<string> | undefined) => Promise<Outcome> {
  const me = ids();
  const spaces = new Map<string, string>();

  const make = async (id: string, documents: Set<string> | undefined): Promise<Outcome> => {
    // Not the shop in memory: to have that of all shops at a start would cost more than all else.
    const shop = await directory.shop(id);
    const found = shop && (await embeddings.of(shop));
    if (!shop || !found) return "done";
    const claim = () => vectors.claim(id, me, { now: clock.now(), until: clock.now() + leaseMs });
    if (!(await claim())) return "taken";
    try {
      // Another endpoint makes other vectors: then all are to be made anew.
      const isSameSpace = (spaces.get(id) ?? found.space) === found.space;
      const part = documents && isSameSpace ? { documents: [...documents] } : {};
      const pass = await makeVectors({ embeddings, vectors }, { shop, ...part, signal, mayGoOn: claim });
      spaces.set(id, found.space);
      counts.passagesEmbedded(pass.made, pass.tokens);
      if (pass.made > 0) log.info({ shop: id, made: pass.made, tokens: pass.tokens }, "vectors made");
      const { stoppedBy } = pass;
      if (signal.aborted) return "done";
      if (stoppedBy === "overBudget") return "overBudget";
      if (stoppedBy !== undefined && stoppedBy !== "none") {
        log.warn({ shop: id, reason: stoppedBy }, "vectors can't be made");
        return "failed";
      }
      await vectors.prune(id);
      return "done";
    } finally {
      await vectors.release(id, me);
    }
  };
  return (id, documents) =>
    make(id, documents).catch((error: unknown) => {
      log.warn({ shop: id, err: error }, "making vectors failed");
      return "failed";
    });
}
