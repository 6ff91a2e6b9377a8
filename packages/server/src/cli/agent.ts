import { type Command, Option } from "commander";
import type { AgentRole } from "../ports/directory.ts";
import { createAgent, minPassword } from "../shop/create-agent.ts";
import { readPassword } from "./read-password.ts";
import { findShop, withDeps } from "./shop-deps.ts";
import { UsageError } from "./usage-error.ts";

type Options = { shop: string; email: string; name: string; role: AgentRole };

/** Where the password may come from, besides the keyboard. */
const variable = "YIWEN_AGENT_PASSWORD";

/** `yiwen agent create` */
export function registerAgent(program: Command): void {
  program
    .command("agent")
    .description("agents")
    .command("create")
    .description(`add an agent to a shop; the password is read from ${variable} or asked for`)
    .requiredOption("--shop <key>", "the shop's public key or id")
    .requiredOption("--email <email>", "what they sign in with")
    .requiredOption("--name <name>", "what shoppers read")
    .addOption(new Option("--role <role>", "what they may do").choices(["agent", "supervisor"]).default("agent"))
    .action((options: Options) => withDeps((deps) => run(deps, options)));
}

async function run(deps: Parameters<typeof findShop>[0], { shop: key, email, name, role }: Options): Promise<void> {
  const shop = await findShop(deps, key);
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new UsageError(`"${email}" is not an email address`);
  const password = await readPassword(variable, `Password for ${email}`);
  if (password.length < minPassword) throw new UsageError(`a password has at least ${minPassword} characters`);
  const made = await createAgent(deps, { shop: shop.id, email, name, role, password });
  if (made === "email_taken") throw new UsageError(`another agent has the email ${email}`);
  console.log(`${name} <${email}> is ${role === "agent" ? "an agent" : "a supervisor"} of ${shop.name}.`);
}
