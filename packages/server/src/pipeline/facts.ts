import type { Conversation } from "../conversation/state.ts";
import type { Facts } from "../dialogue/facts.ts";
import { staffedHours } from "../routing/hours.ts";
import type { Pipeline } from "./pipeline.ts";

/** Everything deciding may know, read once before it. Undefined when the shop is gone. */
export async function gatherFacts({ deps, roster }: Pipeline, { shop }: Conversation): Promise<Facts | undefined> {
  const snapshot = await deps.shopData.snapshot(shop);
  if (!snapshot) return undefined;
  const now = deps.clock.now();
  const { name, settings, catalogue, passages } = snapshot;
  return {
    now,
    shop: { name, settings },
    catalogue,
    passages,
    // Read only when someone may be handed over: time zones are slow to look up.
    get staffing() {
      return { ...staffedHours(settings.hours, now), online: roster.online(shop) };
    },
  };
}
