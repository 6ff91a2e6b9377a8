import { actions } from "../actions/index.ts";
import { keyNames } from "../actions/shortcut.ts";
import { useDesk } from "./desk-context.ts";
import { Dialog } from "./dialog.tsx";

/** Every action that has keys, in the list's own order. */
export function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const { settings, page } = useDesk();
  const t = settings.t.value;
  return (
    <Dialog title={t.dialogs.shortcuts} lead={t.dialogs.shortcutsLead} onClose={onClose}>
      <dl class="shortcuts">
        {actions.map(
          ({ name, keys }) =>
            keys && (
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
