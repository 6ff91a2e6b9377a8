import { actions } from "../actions/index.ts";
import { keyNames } from "../actions/shortcut.ts";
import { useDesk } from "./desk-context.ts";
import { Dialog } from "./dialog.tsx";

/** Every action that has keys and is for this agent, in the list's own order. */
export function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const { settings, page, me } = useDesk();
  const t = settings.t.value;
  return (
    <Dialog title={t.dialogs.shortcuts} lead={t.dialogs.shortcutsLead} onClose={onClose}>
      <dl class="shortcuts">
        {actions.map(
          ({ name, keys, forSupervisors }) =>
            keys &&
            (!forSupervisors || me.role === "supervisor") && (
              <div key={name} class="shortcuts__line">
                <dt>{t.actions[name]}</dt>
                <dd>
                  {keys.map((combination) => (
                    <span key={combination} class="keys">
                      {keyNames(combination, page.isMac()).map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </span>
                  ))}
                </dd>
              </div>
            ),
        )}
      </dl>
    </Dialog>
  );
}
