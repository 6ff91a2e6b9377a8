import type { Action } from "../actions/action.ts";
import { keyNames } from "../actions/shortcut.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";

/** The button of an action: its words, its shortcut as a hint. */
export function ActionButton({ action }: { action: Action }) {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const label = t.actions[action.name];
  const keys = action.keys?.[0];
  const hint = keys ? keyNames(keys, desk.page.isMac()).join("+") : undefined;
  return (
    <button
      type="button"
      class={`button${action.isPrimary ? " button--primary" : ""}`}
      data-action={action.name}
      title={hint ? `${label} (${hint})` : label}
      aria-keyshortcuts={keys?.replace("Mod", "Control")}
      onClick={() => action.run(desk)}
    >
      <Icon name={action.icon} size={16} />
      <span class="button__label">{label}</span>
    </button>
  );
}
