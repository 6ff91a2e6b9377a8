import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { isComposing } from "../platform/is-composing.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";

type Props = {
  title: string;
  lead?: string;
  onClose(): void;
  onKey?(key: string): void;
  /** What is to have the keyboard first carries `data-first`. */
  children: ComponentChildren;
};

/** A modal dialog: the browser's own, which keeps the keyboard inside and gives it back. */
export function Dialog({ title, lead, onClose, onKey, children }: Props) {
  const t = useDesk().settings.t.value;
  const element = useRef<HTMLDialogElement>(null);
  const beganOutside = useRef(false);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = element.current;
    const before = document.activeElement as HTMLElement | null;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => {
      // While a modal dialog is open, nothing outside it can take the keyboard.
      dialog?.close();
      before?.focus?.();
    };
  }, []);
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby={id}
      onClose={onClose}
      onCancel={onClose}
      onKeyDown={(event) => !isComposing(event) && onKey?.(event.key)}
      onPointerDown={(event) => {
        beganOutside.current = event.target === element.current;
      }}
      // A text selected by dragging may end out there too.
      onClick={(event) => event.target === element.current && beganOutside.current && onClose()}
    >
      <div class="dialog__body">
        <header class="dialog__head">
          <h2 id={id}>{title}</h2>
          <button type="button" class="icon-button" aria-label={t.dialogs.close} onClick={onClose}>
            <Icon name="x" />
          </button>
        </header>
        {lead && <p class="dialog__lead">{lead}</p>}
        {children}
      </div>
    </dialog>
  );
}
