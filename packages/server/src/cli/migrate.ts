import type { Command } from "commander";
import { withDeps } from "./shop-deps.ts";

/** `yiwen migrate`: opening the database is what brings its tables up to date. */
export function registerMigrate(program: Command): void {
  program
    .command("migrate")
    .description("bring the database's tables up to date (the server does it at its start too)")
    .action(() => withDeps(async () => console.log("The tables are up to date.")));
}
