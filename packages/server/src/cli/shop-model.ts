import type { Command } from "commander";
import { readPassword } from "./read-password.ts";
import { findShop, withDeps } from "./shop-deps.ts";
import { UsageError } from "./usage-error.ts";

type Options = { shop: string; baseUrl?: string; model?: string; key: boolean; none?: boolean };

/** Where the key may come from; a process's arguments are everybody's to read. */
const keyVariable = "SHOP_LLM_API_KEY";

/** `yiwen shop model` */
export function registerShopModel(shop: Command): void {
  shop
    .command("model")
    .description(`set the shop's own language model; its key is read from ${keyVariable} or asked for`)
    .requiredOption("--shop <key>", "the shop's public key or id")
    .option("--base-url <url>", "the base URL of an OpenAI-compatible API")
    .option("--model <name>", "the model's name there")
    .option("--no-key", "the API takes no key")
    .option("--none", "the shop has none of its own any more")
    .action((options: Options) =>
      withDeps((deps) => run(deps, options), "a supervisor can set it at PUT /v1/settings/model"),
    );
}

async function run(deps: Parameters<typeof findShop>[0], options: Options): Promise<void> {
  const shop = await findShop(deps, options.shop);
  if (options.none) {
    await deps.modelStore.saveAccess(shop.id, undefined);
    deps.shopData.changed(shop.id, "settings");
    console.log(`${shop.name} has no language model of its own.`);
    return;
  }
  const { baseUrl, model } = options;
  if (!baseUrl || !/^https?:\/\/[^\s?#]+$/.test(baseUrl)) throw new UsageError("--base-url must be an http(s) URL");
  if (!model || !/^\S{1,200}$/.test(model)) throw new UsageError("--model must be a model's name");
  const apiKey = options.key ? (await readPassword(keyVariable, `API key for ${baseUrl}`)).trim() : "none";
  if (!/^[\x21-\x7e]{1,512}$/.test(apiKey)) throw new UsageError("that is not an API key");
  await deps.modelStore.saveAccess(shop.id, { baseUrl: baseUrl.replace(/\/$/, ""), apiKey, model });
  deps.shopData.changed(shop.id, "settings");
  console.log(`${shop.name} uses ${model} at ${new URL(baseUrl).host}.`);
}
