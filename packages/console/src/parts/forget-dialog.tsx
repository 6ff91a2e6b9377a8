import { useState } from "preact/hooks";
import type { KnownDocument } from "../platform/knowledge.ts";
import { useDesk } from "./desk-context.ts";
import { Dialog } from "./dialog.tsx";
import { documentName } from "./knowledge-row.tsx";

/** Asks before the bot forgets a document. */
export function ForgetDialog({ document: known, onClose }: { document: KnownDocument; onClose(): void }) {
  const { knowledge, notices, settings } = useDesk();
  const t = settings.t.value;
  const [isBusy, setBusy] = useState(false);
  const name = documentName(known);
  const forget = async () => {
    setBusy(true);
    const result = await knowledge.forget(known.document);
    onClose();
    notices.add(result.ok ? { kind: "said", what: "forgotten" } : { kind: "refused", error: result.error });
    // The button that opened this is gone with its row.
    document.querySelector<HTMLElement>(".knowledge h2")?.focus();
  };
  return (
    <Dialog
      title={t.knowledge.forgetTitle}
      lead={known.source === "answer" ? t.knowledge.forgetAnswer(name) : t.knowledge.forgetLead(name, known.passages)}
      onClose={onClose}
    >
      <div class="button-row">
        <button type="button" class="button" data-first onClick={onClose}>
          {t.dialogs.cancel}
        </button>
        <button type="button" class="button button--danger" disabled={isBusy} onClick={() => void forget()}>
          {isBusy ? t.knowledge.forgettingNow : t.knowledge.forgetNow}
        </button>
      </div>
    </Dialog>
  );
}
