import type { Command } from "commander";
import { readConfig } from "../config.ts";
import { demoAgents, prepareDemo } from "./demo-shop.ts";
import { createStorefront, demoFolder } from "./demo-storefront.ts";
import { runServer } from "./run-server.ts";

/** `yiwen demo` */
export function registerDemo(program: Command): void {
  program
    .command("demo")
    .description("start the server with a demo shop, its storefront and its agents")
    .action(async () => {
      // Its screen is for people; a line a command is there for the asking.
      const config = readConfig({ LOG_LEVEL: "warn", ...process.env });
      const folder = demoFolder();
      await runServer(
        config,
        (url) => console.log(welcome(url)),
        async (deps) => ({
          storefront: createStorefront(deps, await prepareDemo(deps, folder, config.demoWechatApp), folder),
        }),
      );
    });
}

function welcome(url: string): string {
  const agents = demoAgents.map(
    ({ email, password, role }) => `  ${email.padEnd(15)} ${password.padEnd(15)} (${role})`,
  );
  return [
    "",
    `Storefront   ${url}/`,
    `Console      ${url}/console/`,
    "Sign in as",
    ...agents,
    "",
    "Ctrl-C stops it; what was said is there again at the next start.",
  ].join("\n");
}
