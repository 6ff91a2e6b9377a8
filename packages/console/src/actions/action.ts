import type { Floor } from "@yiwen/shared";
import type { Texts } from "../i18n/index.ts";
import type { IconName } from "../parts/icon.tsx";
import type { Desk } from "../store/desk.ts";
import type { Screen } from "../store/navigation.ts";

export type ActionName = keyof Texts["actions"];

/** All that decides whether an action is possible now. */
export type ActionView = {
  isOnline: boolean;
  isSupervisor: boolean;
  screen: Screen;
  meId: string;
  /** The floor of the conversation that is shown; absent while none is. */
  floor?: Floor;
  agentId?: string;
  waiting: number;
};

/** One thing an agent can do. Buttons, menus, shortcuts, the shortcut list and the tests are made from these. */
export type Action = {
  name: ActionName;
  icon: IconName;
  /** Keys as `t`, `?`, `Mod+k`, `Alt+m`; single characters do nothing while the agent types. */
  keys?: string[];
  /** Where it has a button: over the thread, in the settings menu, or nowhere but the keyboard. */
  place: "thread" | "menu" | "keys";
  /** The one obvious next thing to do where it is allowed. */
  isPrimary?: boolean;
  /** Other agents never see it. */
  forSupervisors?: boolean;
  allowed(view: ActionView): boolean;
  run(desk: Desk): void;
};
