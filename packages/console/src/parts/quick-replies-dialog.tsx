import { useId, useRef } from "preact/hooks";
import { useDesk } from "./desk-context.ts";
import { Dialog } from "./dialog.tsx";

/** Edits the agent's own ready-made replies, one a line. */
export function QuickRepliesDialog({ onClose }: { onClose(): void }) {
  const { quickReplies, settings } = useDesk();
  const t = settings.t.value;
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const save = () => {
    quickReplies.save(input.current?.value ?? "");
    onClose();
  };
  return (
    <Dialog title={t.quick.title} onClose={onClose}>
      <label class="dialog__lead" for={id}>
        {t.quick.lead}
      </label>
      <textarea
        id={id}
        ref={input}
        class="input quick-editor"
        rows={8}
        defaultValue={(quickReplies.own.value ?? t.quick.defaults).join("\n")}
      />
      <div class="button-row">
        <button type="button" class="button" onClick={onClose}>
          {t.dialogs.cancel}
        </button>
        <button type="button" class="button button--primary" onClick={save}>
          {t.quick.save}
        </button>
      </div>
    </Dialog>
  );
}
