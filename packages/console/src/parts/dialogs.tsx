import { CloseDialog } from "./close-dialog.tsx";
import { CorrectDialog } from "./correct-dialog.tsx";
import { useDesk } from "./desk-context.ts";
import { ForgetDialog } from "./forget-dialog.tsx";
import { KeepDialog } from "./keep-dialog.tsx";
import { QuickRepliesDialog } from "./quick-replies-dialog.tsx";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import { TransferDialog } from "./transfer-dialog.tsx";

/** The dialog that an action opened, if any. */
export function Dialogs() {
  const { dialog, correcting, keeping, knowledge } = useDesk();
  const close = () => {
    dialog.value = undefined;
  };
  switch (dialog.value) {
    case "shortcuts":
      return <ShortcutsDialog onClose={close} />;
    case "transfer":
      return <TransferDialog onClose={close} />;
    case "close":
      return <CloseDialog onClose={close} />;
    case "quickReplies":
      return <QuickRepliesDialog onClose={close} />;
    case "correct":
      return correcting.value ? <CorrectDialog correcting={correcting.value} onClose={close} /> : null;
    case "keep":
      return keeping.value ? <KeepDialog keeping={keeping.value} onClose={close} /> : null;
    case "forget": {
      const document = knowledge.forgetting.value;
      return document ? <ForgetDialog document={document} onClose={close} /> : null;
    }
    case undefined:
      return null;
  }
}
