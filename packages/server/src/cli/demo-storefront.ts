import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SignJWT } from "jose";
import type { Deps } from "../deps.ts";
import type { Storefront } from "../http/storefront.ts";
import { parseCatalogue } from "../imports/parse-catalogue.ts";
import type { Shop } from "../ports/directory.ts";
import { StartError } from "../start-error.ts";

/** How long the demo shop vouches for a shopper, in milliseconds. */
const vouchedFor = 3_600_000;

/** Who is signed in to the demo shop's pages, by the id that its orders carry. */
const shoppers: Record<string, string> = { "demo-lin": "小林", "demo-chen": "小陈" };

/** The folder of the demo shop; it is part of the repository, not of the package. */
export function demoFolder(): string {
  const folder = fileURLToPath(new URL("../../../../examples/storefront", import.meta.url));
  if (!existsSync(join(folder, "catalogue.json"))) {
    throw new StartError("not_built", "the demo shop is not part of this installation: run it from the repository");
  }
  return folder;
}

/** What the demo shop's own server would answer to its pages. */
export function createStorefront(deps: Deps, shop: Shop, folder: string): Storefront {
  return {
    root: join(folder, "public"),
    async catalogue() {
      const { products } = parseCatalogue(await readFile(join(folder, "catalogue.json"), "utf8"), "json");
      const { catalogue } = (await deps.shopData.snapshot(shop.id)) ?? {};
      // In the file's order, as they stand in the database now.
      return products.flatMap(({ id }) => catalogue?.get(id) ?? []);
    },
    orders: (shopper) => deps.orders.find({ shop: shop.id, externalId: shopper, limit: 50 }),
    async identity(shopper) {
      const name = shoppers[shopper];
      if (!name) return undefined;
      const identity = await new SignJWT({ name })
        .setProtectedHeader({ alg: "HS256" })
        .setSubject(shopper)
        .setExpirationTime(Math.floor((deps.clock.now() + vouchedFor) / 1000))
        .sign(new TextEncoder().encode(shop.identitySecret));
      return { identity };
    },
  };
}
