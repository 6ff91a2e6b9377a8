import { pino } from "pino";
import { type OpenedDeps, openDeps } from "../assemble.ts";
import { readConfig } from "../config.ts";
import type { Deps } from "../deps.ts";
import type { Shop } from "../ports/directory.ts";
import { StartError } from "../start-error.ts";
import { UsageError } from "./usage-error.ts";

/** Does one thing with the database and closes it. `instead` says how to do it while a server has the folder. */
export async function withDeps<T>(use: (deps: Deps) => Promise<T>, instead?: string): Promise<T> {
  const { deps, close } = await open(instead);
  try {
    return await use(deps);
  } finally {
    await close();
  }
}

async function open(instead: string | undefined): Promise<OpenedDeps> {
  try {
    return await openDeps(readConfig(process.env), pino({ level: "silent" }));
  } catch (error) {
    if (instead && error instanceof StartError && error.code === "folder_in_use") {
      throw new StartError(error.code, `${error.message}; while it runs, ${instead}`);
    }
    throw error;
  }
}

/** A shop by its id or its public key. */
export async function findShop({ directory }: Deps, key: string): Promise<Shop> {
  const shop = (await directory.shopByPublicKey(key)) ?? (await directory.shop(key));
  if (!shop) throw new UsageError(`no shop has the id or public key "${key}"`);
  return shop;
}
