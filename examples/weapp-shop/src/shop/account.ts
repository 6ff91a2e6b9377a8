import { getYiwen } from "@yiwen/miniprogram";
import { read } from "./server.ts";
import { createStore } from "./store.ts";

/** The demo's shoppers, by their ids in the shop's own systems. */
export const shoppers = [
  { id: "demo-lin", name: "小林" },
  { id: "demo-chen", name: "小陈" },
] as const;

const account = createStore<string>("camellia.shopper", "");

/** Who is signed in to the shop, also when that changes; empty for nobody. */
export const useAccount = account.use;

/** Tells the chat who is signed in, by a token that the shop's own server signs. */
export async function identify(): Promise<void> {
  const id = account.get();
  if (!id) return getYiwen()?.setIdentity(undefined);
  const { identity } = await read<{ identity: string }>(`/shop/identity.json?shopper=${id}`);
  getYiwen()?.setIdentity(identity);
}

/** Signs a demo shopper in, or out with an empty id. */
export function signIn(id: string): void {
  account.set(id);
  // Without the shop's word the chat goes on as the person whom WeChat knows.
  identify().catch(() => undefined);
}
