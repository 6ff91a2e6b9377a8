import type { DraftMode } from "../store/drafts.ts";
import { useDesk } from "./desk-context.ts";

const modes: DraftMode[] = ["reply", "note"];

/** Whom the words are for: the shopper, or colleagues only. */
export function ComposerTabs() {
  const { mode, settings } = useDesk();
  const t = settings.t.value;
  return (
    <fieldset class="composer__tabs">
      <legend class="visually-hidden">{t.composer.mode}</legend>
      {modes.map((one) => (
        <button
          key={one}
          type="button"
          class="composer__tab"
          aria-pressed={mode.value === one}
          onClick={() => {
            mode.value = one;
          }}
        >
          {t.composer[one]}
        </button>
      ))}
    </fieldset>
  );
}
