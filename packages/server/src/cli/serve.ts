import type { Command } from "commander";
import { type Config, readConfig } from "../config.ts";
import { runServer } from "./run-server.ts";

const survives = ({ durability }: Config) =>
  durability === "power" ? "survives a power cut" : "survives a killed process, not a power cut, by DURABILITY";

/** `yiwen serve` */
export function registerServe(program: Command): void {
  program
    .command("serve")
    .description("start the server")
    .action(async () => {
      const config = readConfig(process.env);
      await runServer(config, (url) => {
        console.error(`Yiwen listens on ${url} (console: ${url}/console/, API: ${url}/docs)`);
        console.error(
          config.databaseUrl ? "Data: PostgreSQL" : `Data: ${config.dataDir} (embedded: ${survives(config)})`,
        );
      });
    });
}
