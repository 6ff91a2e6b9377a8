import { pino } from "pino";
import { openDeps } from "../../../src/assemble.ts";
import { readConfig } from "../../../src/config.ts";
import type { Booted } from "../../support/boot.ts";
import { settings } from "../../support/boot.ts";
import { agentToken, openShop, shopperToken } from "../../support/shop.ts";
import type { Person } from "../people/window.ts";

/** The shop of a run: how many come, who answers them, and how long anybody waits for whom. */
export type Cast = { shop: string; shoppers: Person[]; agents: Person[] };

/** The bot is patient, so that it has the floor now and then; people are not, so that timers end in a run. */
const handoff = { repeats: 10, fallbacks: 10, lowConfidence: 10, riskFrom: 1, sentimentBelow: -1 };

/** Founds a shop with goods, orders and people in the database that these settings name. */
export async function foundShop(
  env: Record<string, string>,
  { shoppers, agents, waitMinutes }: { shoppers: number; agents: number; waitMinutes: number },
): Promise<Cast> {
  const { deps, close } = await openDeps(readConfig(env), pino({ level: "silent" }));
  const booted = { deps } as Booted;
  const patience = { ...handoff, timeoutMinutes: waitMinutes, agentSilentMinutes: waitMinutes };
  const shop = await openShop(booted, settings({ handoff: patience }));
  const people: Person[] = [];
  for (let n = 0; n < shoppers; n++) {
    // The first is somebody the shop vouches for, whose orders can be looked up.
    const token = await shopperToken(booted, shop, n === 0 ? "lin" : undefined);
    people.push({ id: subjectOf(token), token, disk: new Map() });
  }
  const staff: Person[] = [];
  for (let n = 0; n < agents; n++)
    staff.push({ ...(await agentToken(booted, shop, `客服 ${n + 1}`)), disk: new Map() });
  await close();
  return { shop: shop.id, shoppers: people, agents: staff };
}

/** Whose token it is, as it says itself. */
function subjectOf(token: string): string {
  const [, claims = ""] = token.split(".");
  return (JSON.parse(Buffer.from(claims, "base64url").toString()) as { sub: string }).sub;
}
