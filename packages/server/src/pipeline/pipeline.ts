import type { Deps } from "../deps.ts";
import type { Roster } from "../ports/roster.ts";
import type { EffectRow } from "../ports/store.ts";
import type { CommittedAppend } from "./commit.ts";
import type { Conversations } from "./conversations.ts";
import type { Serial } from "./serial.ts";

/** What the main path passes from stage to stage. */
export type Pipeline = {
  deps: Deps;
  roster: Roster;
  serial: Serial;
  conversations: Conversations;
  /** Tells each audience what was committed. */
  deliver(committed: CommittedAppend): void;
  /** Starts work that is due now; never waits for it. */
  runEffects(effects: EffectRow[]): void;
};
