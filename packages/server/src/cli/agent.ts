import { type Command, Option } from "commander";
import { hashPassword } from "../auth/passwords.ts";
import type { Deps } from "../deps.ts";
import type { AgentRecord, AgentRole, Shop } from "../ports/directory.ts";
import { createAgent, minPassword } from "../shop/create-agent.ts";
import { readPassword } from "./read-password.ts";
import { findShop, withDeps } from "./shop-deps.ts";
import { UsageError } from "./usage-error.ts";

type OneAgent = { shop: string; email: string };
type NewAgent = OneAgent & { name: string; role: AgentRole };

/** Where the password may come from, besides the keyboard. */
const variable = "YIWEN_AGENT_PASSWORD";
const passwordSource = `the password is read from ${variable} or asked for`;

/** `yiwen agent create`, `list`, `password` and `remove` */
export function registerAgent(program: Command): void {
  const agent = program.command("agent").description("agents");
  const command = (name: string, description: string) =>
    agent.command(name).description(description).requiredOption("--shop <key>", "the shop's public key or id");
  command("create", `add an agent to a shop; ${passwordSource}`)
    .requiredOption("--email <email>", "what they sign in with")
    .requiredOption("--name <name>", "what shoppers read")
    .addOption(new Option("--role <role>", "what they may do").choices(["agent", "supervisor"]).default("agent"))
    .action((options: NewAgent) => withDeps((deps) => create(deps, options)));
  command("list", "a shop's agents: email, name, role").action(({ shop }: { shop: string }) =>
    withDeps((deps) => list(deps, shop)),
  );
  command("password", `set an agent's password and sign them out everywhere; ${passwordSource}`)
    .requiredOption("--email <email>", "whose")
    .action((options: OneAgent) => withDeps((deps) => setPassword(deps, options)));
  command("remove", "remove an agent and sign them out everywhere; what they wrote stays")
    .requiredOption("--email <email>", "whom")
    .action((options: OneAgent) => withDeps((deps) => remove(deps, options)));
}

async function create(deps: Deps, { shop: key, email, name, role }: NewAgent): Promise<void> {
  const shop = await findShop(deps, key);
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new UsageError(`"${email}" is not an email address`);
  const made = await createAgent(deps, { shop: shop.id, email, name, role, password: await newPassword(email) });
  if (made === "email_taken") throw new UsageError(`another agent has the email ${email}`);
  console.log(`${name} <${email}> is ${role === "agent" ? "an agent" : "a supervisor"} of ${shop.name}.`);
}

async function list(deps: Deps, key: string): Promise<void> {
  const { id } = await findShop(deps, key);
  for (const { email, name, role } of await deps.directory.agents(id)) console.log([email, name, role].join("\t"));
}

async function setPassword(deps: Deps, options: OneAgent): Promise<void> {
  const { agent } = await findAgent(deps, options);
  await deps.directory.setAgentPassword(agent.shop, agent.id, await hashPassword(await newPassword(agent.email)));
  deps.shopData.changed(agent.shop, { agent: agent.id });
  console.log(`${agent.name} <${agent.email}> has a new password and is signed out everywhere.`);
}

async function remove(deps: Deps, options: OneAgent): Promise<void> {
  const { agent, shop } = await findAgent(deps, options);
  await deps.directory.removeAgent(agent.shop, agent.id);
  deps.shopData.changed(agent.shop, { agent: agent.id });
  console.log(`${agent.name} <${agent.email}> is no agent of ${shop.name} any more.`);
}

async function findAgent(deps: Deps, { shop: key, email }: OneAgent): Promise<{ agent: AgentRecord; shop: Shop }> {
  const shop = await findShop(deps, key);
  const agent = await deps.directory.agentByEmail(email);
  if (agent?.shop !== shop.id) throw new UsageError(`${shop.name} has no agent with the email ${email}`);
  return { agent, shop };
}

async function newPassword(email: string): Promise<string> {
  const password = await readPassword(variable, `Password for ${email}`);
  if (password.length < minPassword) throw new UsageError(`a password has at least ${minPassword} characters`);
  return password;
}
