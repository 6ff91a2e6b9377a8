import { shopperName } from "../format/names.ts";
import { Composer } from "./composer.tsx";
import { useDesk } from "./desk-context.ts";
import { Empty } from "./empty.tsx";
import { ReasonStrip } from "./reason-strip.tsx";
import { ThreadHead } from "./thread-head.tsx";
import { ThreadList } from "./thread-list.tsx";

/** The middle pane: one conversation. */
export function Thread() {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const { selected, conversation, openError } = desk;
  if (!selected.value) {
    return (
      <section class="pane pane--thread" aria-label={t.thread.label}>
        <Empty icon="inbox" title={t.thread.none.title} text={t.thread.none.text} />
      </section>
    );
  }
  const open = conversation.value;
  return (
    <section
      class="pane pane--thread"
      aria-label={open ? `${t.thread.label} ${shopperName(open.row.shopper, t)}` : t.thread.label}
    >
      {open && <ThreadHead open={open} />}
      {open && <ReasonStrip open={open} />}
      {open?.thread ? <ThreadList key={selected.value} open={open} thread={open.thread} /> : <ThreadWait />}
      {open?.thread && !openError.value && <Composer key={`c-${selected.value}`} open={open} />}
    </section>
  );
}

/** Before the messages are here: a wait, or why they are not. */
function ThreadWait() {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const error = desk.openError.value;
  if (!error) {
    return (
      <div class="thread-wait" role="status">
        <span class="spinner" aria-hidden="true" />
        <p>{t.thread.loading}</p>
      </div>
    );
  }
  return (
    <div class="thread-wait" role="alert">
      <p class="empty__title">{t.thread.failed}</p>
      <p class="empty__text">{t.errors[error.code]}</p>
      <div class="button-row">
        <button type="button" class="button" onClick={() => desk.select(undefined)}>
          {t.thread.back}
        </button>
        <button type="button" class="button button--primary" onClick={desk.reopen}>
          {t.thread.retry}
        </button>
      </div>
    </div>
  );
}
