import type { Deps } from "../deps.ts";
import type { Counts } from "../observe/metrics.ts";
import type { EffectRunners } from "../pipeline/run-effects.ts";
import type { Listeners } from "../ports/listeners.ts";
import { askModel } from "./ask-model.ts";
import { checkPicture } from "./check-picture.ts";
import { lookUpOrders } from "./look-up-orders.ts";
import { notifyShopper } from "./notify-shopper.ts";
import { recallPassages } from "./recall-passages.ts";
import { settlePicture } from "./settle-picture.ts";
import { summarise } from "./summarise.ts";
import { wait } from "./wait.ts";

/** Kind of work → who does it; a missing kind does not compile. */
export function effectRunners(deps: Deps, world: { listeners: Listeners; counts: Counts }): EffectRunners {
  return {
    wait,
    lookUpOrders: lookUpOrders(deps),
    askModel: askModel(deps, world),
    recallPassages: recallPassages(deps, world.counts),
    summarise: summarise(deps, world.counts),
    notifyShopper: notifyShopper(deps, world),
    checkPicture: checkPicture(deps),
    settlePicture: settlePicture(deps, world.counts),
  };
}
