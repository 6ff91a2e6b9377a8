import type { Command } from "commander";
import { readPassword } from "./read-password.ts";
import { findShop, withDeps } from "./shop-deps.ts";
import { UsageError } from "./usage-error.ts";

type Options = { shop: string; baseUrl?: string; model?: string; dimensions?: string; key: boolean; none?: boolean };

/** Where the key may come from; a process's arguments are everybody's to read. */
const keyVariable = "SHOP_EMBEDDING_API_KEY";

/** `yiwen shop embedding` */
export function registerShopEmbedding(shop: Command): void {
  shop
    .command("embedding")
    .description(`set the shop's own endpoint of vectors; its key is read from ${keyVariable} or asked for`)
    .requiredOption("--shop <key>", "the shop's public key or id")
    .option("--base-url <url>", "the base URL of an OpenAI-compatible API")
    .option("--model <name>", "the name there of a model that makes vectors")
    .option("--dimensions <count>", "how many numbers a vector has, where it can be chosen")
    .option("--no-key", "the API takes no key")
    .option("--none", "the shop has none of its own any more")
    .action((options: Options) =>
      withDeps((deps) => run(deps, options), "a supervisor can set it at PUT /v1/settings/embedding"),
    );
}

async function run(deps: Parameters<typeof findShop>[0], options: Options): Promise<void> {
  const shop = await findShop(deps, options.shop);
  if (options.none) {
    await deps.vectors.saveAccess(shop.id, undefined);
    deps.shopData.changed(shop.id, "settings");
    console.log(`${shop.name} has no endpoint of vectors of its own.`);
    return;
  }
  const { baseUrl, model } = options;
  const dimensions = options.dimensions === undefined ? undefined : Number(options.dimensions);
  if (!baseUrl || !/^https?:\/\/[^\s?#]+$/.test(baseUrl)) throw new UsageError("--base-url must be an http(s) URL");
  if (!model || !/^\S{1,200}$/.test(model)) throw new UsageError("--model must be a model's name");
  if (dimensions !== undefined && !(Number.isInteger(dimensions) && dimensions >= 8 && dimensions <= 4096)) {
    throw new UsageError("--dimensions must be a whole number from 8 to 4096");
  }
  const apiKey = options.key ? (await readPassword(keyVariable, `API key for ${baseUrl}`)).trim() : "none";
  if (!/^[\x21-\x7e]{1,512}$/.test(apiKey)) throw new UsageError("that is not an API key");
  const access = { baseUrl: baseUrl.replace(/\/$/, ""), apiKey, model };
  await deps.vectors.saveAccess(shop.id, { ...access, ...(dimensions !== undefined && { dimensions }) });
  deps.shopData.changed(shop.id, "settings");
  console.log(`${shop.name} makes its vectors by ${model} at ${new URL(baseUrl).host}.`);
}
