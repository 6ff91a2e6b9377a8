import { calledBack } from "./away.ts";
import type { Ask, AskType, Decide, Decision, FloorTable, Report } from "./decision.ts";
import { reject } from "./decision.ts";
import { withEntailed } from "./entailed.ts";
import { summarised } from "./model-reports.ts";
import { botMode } from "./modes/bot.ts";
import { closedMode } from "./modes/closed.ts";
import { humanMode } from "./modes/human.ts";
import { queuedMode } from "./modes/queued.ts";
import { askedToCheck, settled } from "./pictures.ts";
import type { EffectKind } from "./stored.ts";

/** Who has the floor decides what each ask means; a cell left empty does not compile. */
export const floorTable: FloorTable = { bot: botMode, queued: queuedMode, human: humanMode, closed: closedMode };

/**
 * One ask in, events and effects out. Pure: no clock, no chance, no I/O; ids grow from the command's id.
 * A report of work that is no longer pending decides nothing, so a late answer falls on the floor.
 */
export function decide<T extends AskType>(type: T, ask: Ask<T>): Decision {
  if (type === "system:effect.report" && !(reportOf(ask).effectId in ask.state.pending)) return reject("not_found");
  const cell: Decide<T> = cellFor(type, ask);
  return withEntailed(type, ask, cell(ask));
}

/** What came of these kinds of work means the same whoever has the floor. */
const everywhere: Partial<Record<EffectKind, Decide<"system:effect.report">>> = {
  notifyShopper: calledBack,
  summarise: summarised,
  checkPicture: askedToCheck,
  settlePicture: settled,
};

function cellFor<T extends AskType>(type: T, ask: Ask<T>): Decide<T> {
  const own = type === "system:effect.report" ? everywhere[reportOf(ask).kind] : undefined;
  return (own as Decide<T> | undefined) ?? floorTable[ask.state.views.agents.floor][type];
}

function reportOf(ask: Ask): Report {
  return ask.input as Report;
}
