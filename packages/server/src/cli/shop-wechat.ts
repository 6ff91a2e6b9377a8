import type { Command } from "commander";
import { readPassword } from "./read-password.ts";
import { findShop, withDeps } from "./shop-deps.ts";
import { UsageError } from "./usage-error.ts";

type Options = { shop: string; appId: string };

/** Where the secrets may come from; a process's arguments are everybody's to read. */
const secretVariable = "WECHAT_APP_SECRET";
const pushVariable = "WECHAT_PUSH_TOKEN";

/** `yiwen shop wechat` */
export function registerShopWechat(shop: Command): void {
  shop
    .command("wechat")
    .description(`set the shop's mini-program; its AppSecret is read from ${secretVariable} or asked for`)
    .requiredOption("--shop <key>", "the shop's public key or id")
    .requiredOption("--app-id <id>", "the mini-program's AppID")
    .addHelpText("after", `\n${pushVariable}, where given, is the Token of its message push.`)
    .action((options: Options) =>
      withDeps((deps) => run(deps, options), "a supervisor can set it at PUT /v1/settings/wechat"),
    );
}

async function run(deps: Parameters<typeof findShop>[0], { shop: key, appId }: Options): Promise<void> {
  const shop = await findShop(deps, key);
  if (!/^[\w-]{1,64}$/.test(appId)) throw new UsageError(`"${appId}" is not an AppID`);
  const appSecret = (await readPassword(secretVariable, `AppSecret of ${appId}`)).trim();
  if (!/^[\x21-\x7e]{1,128}$/.test(appSecret)) throw new UsageError("that is not an AppSecret");
  const pushToken = process.env[pushVariable];
  if (pushToken && !/^[A-Za-z0-9]{3,32}$/.test(pushToken)) {
    throw new UsageError(`${pushVariable} must be 3 to 32 letters and digits`);
  }
  await deps.directory.saveWechatApp(shop.id, { appId, appSecret, ...(pushToken && { pushToken }) });
  console.log(`${shop.name} is open in the mini-program ${appId}.`);
}
