import type { History, Violation } from "../history.ts";
import { checkAcks } from "./acks.ts";
import { checkEffects } from "./effects.ts";
import { checkFloor } from "./floor.ts";
import { checkMessages } from "./messages.ts";
import { checkOrder } from "./order.ts";
import { checkReceipts } from "./receipts.ts";
import { checkScreens } from "./screens.ts";

/** Proves each promise from what every window saw and what the database holds; answers those that were not kept. */
export function check(history: History): Violation[] {
  return [checkAcks, checkMessages, checkOrder, checkScreens, checkFloor, checkReceipts, checkEffects].flatMap((one) =>
    one(history),
  );
}
