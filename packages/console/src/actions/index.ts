import type { Action } from "./action.ts";
import { close } from "./close.ts";
import { knowledge } from "./knowledge.ts";
import { next, previous } from "./move.ts";
import { nextWaiting } from "./next-waiting.ts";
import { note } from "./note.ts";
import { reply } from "./reply.ts";
import { returnToBot } from "./return-to-bot.ts";
import { takeOver } from "./take-over.ts";
import { transfer } from "./transfer.ts";
import { details, insights, leave, quickReplies, search, shortcuts, sound } from "./view-actions.ts";

/** Everything an agent can do, in the order of buttons, menus and the shortcut list. */
export const actions: readonly Action[] = [
  takeOver,
  reply,
  note,
  transfer,
  returnToBot,
  close,
  nextWaiting,
  next,
  previous,
  search,
  leave,
  details,
  knowledge,
  insights,
  quickReplies,
  sound,
  shortcuts,
];
