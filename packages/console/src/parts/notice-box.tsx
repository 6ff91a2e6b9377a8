import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";

type Props = { kind: string; text: string; onOpen?: (() => void) | undefined; onDismiss(): void };

/** One notice: its words, the way to what it is about where there is one, and the way to be rid of it. */
export function NoticeBox({ kind, text, onOpen, onDismiss }: Props) {
  const t = useDesk().settings.t.value;
  return (
    <div class={`notice notice--${kind}`}>
      <p>{text}</p>
      {onOpen && (
        <button type="button" class="link-button" onClick={onOpen}>
          {t.alerts.open}
        </button>
      )}
      <button type="button" class="icon-button icon-button--small" aria-label={t.alerts.dismiss} onClick={onDismiss}>
        <Icon name="x" size={14} />
      </button>
    </div>
  );
}
