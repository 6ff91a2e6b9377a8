import type { Command } from "commander";
import type { Correction } from "../ports/corrections.ts";
import { findShop, withDeps } from "./shop-deps.ts";
import { UsageError } from "./usage-error.ts";

type Options = { shop: string; json?: boolean };

const instead = "a supervisor can do it: GET /v1/corrections, DELETE /v1/corrections/ID";

/** `yiwen corrections list` and `yiwen corrections remove` */
export function registerCorrections(program: Command): void {
  const corrections = program.command("corrections").description("what agents said that shoppers' messages were");
  corrections
    .command("list")
    .description("list them, the newest first")
    .requiredOption("--shop <key>", "the shop's public key or id")
    .option("--json", "one JSON object a line")
    .action(({ shop, json }: Options) =>
      withDeps(async (deps) => {
        const all = await deps.corrections.list((await findShop(deps, shop)).id);
        for (const one of all) console.log(json ? JSON.stringify(one) : line(one));
        if (all.length === 0 && !json) console.log("no corrections");
      }, instead),
    );
  corrections
    .command("remove")
    .description("forget one; the bot goes back to what it learnt elsewhere")
    .argument("<id>", "as the list shows it")
    .requiredOption("--shop <key>", "the shop's public key or id")
    .action((id: string, { shop }: Options) =>
      withDeps(async (deps) => {
        const removed = await deps.corrections.remove((await findShop(deps, shop)).id, id);
        if (!removed) throw new UsageError(`the shop has no correction "${id}"`);
        console.log(`${id} is forgotten.`);
      }, instead),
    );
}

function line({ id, at, intent, text, by }: Correction): string {
  return [id, new Date(at).toISOString().slice(0, 16).replace("T", " "), intent, JSON.stringify(text), by.name].join(
    "  ",
  );
}
