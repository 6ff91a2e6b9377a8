import type { Command } from "commander";
import { createShop } from "../shop/create-shop.ts";
import { withDeps } from "./shop-deps.ts";
import { registerShopEmbedding } from "./shop-embedding.ts";
import { registerShopModel } from "./shop-model.ts";
import { registerShopWechat } from "./shop-wechat.ts";

/** `yiwen shop create`, `yiwen shop wechat`, `yiwen shop model`, `yiwen shop embedding` */
export function registerShop(program: Command): void {
  const shops = program.command("shop").description("shops");
  shops
    .command("create")
    .description("found a shop and show its keys, once")
    .requiredOption("--name <name>", "what shoppers and agents read")
    .action(({ name }: { name: string }) =>
      withDeps(async (deps) => {
        const { shop, secretKey } = await createShop(deps, { name });
        console.log(`Shop             ${shop.id}`);
        console.log(`Public key       ${shop.publicKey}   (data-shop of the script tag)`);
        console.log(`Secret key       ${secretKey}   (imports over HTTP; shown now and never again)`);
        console.log(`Identity secret  ${shop.identitySecret}   (signs who your shoppers are; keep it on your server)`);
      }),
    );
  registerShopWechat(shops);
  registerShopModel(shops);
  registerShopEmbedding(shops);
}
