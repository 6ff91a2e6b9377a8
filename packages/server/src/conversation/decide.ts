import type { Ask, AskType, Decide, Decision, FloorTable } from "./decision.ts";
import { reject } from "./decision.ts";
import { botMode } from "./modes/bot.ts";
import { closedMode } from "./modes/closed.ts";
import { humanMode } from "./modes/human.ts";
import { queuedMode } from "./modes/queued.ts";

/** Who has the floor decides what each ask means; a cell left empty does not compile. */
export const floorTable: FloorTable = { bot: botMode, queued: queuedMode, human: humanMode, closed: closedMode };

/**
 * One ask in, events and effects out. Pure: no clock, no chance, no I/O; ids grow from the command's id.
 * A report of work that is no longer pending decides nothing, so a late answer falls on the floor.
 */
export function decide<T extends AskType>(type: T, ask: Ask<T>): Decision {
  if (type === "system:effect.report" && !(reportOf(ask).effectId in ask.state.pending)) return reject("not_found");
  const cell: Decide<T> = floorTable[ask.state.views.agents.floor][type];
  return cell(ask);
}

function reportOf(ask: Ask): { effectId: string } {
  return ask.input as { effectId: string };
}
