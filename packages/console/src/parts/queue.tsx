import { useEffect, useRef } from "preact/hooks";
import { visibleRows } from "../store/visible-rows.ts";
import { useDesk } from "./desk-context.ts";
import { Empty } from "./empty.tsx";
import { Filters } from "./filters.tsx";
import { InboxHead } from "./inbox-head.tsx";
import { Row } from "./row.tsx";
import { SearchField } from "./search-field.tsx";

/** The left pane: who waits, how long, why. */
export function Queue() {
  const desk = useDesk();
  const t = desk.settings.t.value;
  return (
    <nav class="pane pane--queue" aria-label={t.inbox.label}>
      <InboxHead />
      <Filters />
      <SearchField />
      <RowList />
    </nav>
  );
}

function RowList() {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const { inbox, connection } = desk.state.value;
  const list = useRef<HTMLUListElement>(null);
  const rows = visibleRows(desk);
  const isWaiting = rows.length === 0 && (inbox.loading || connection === "connecting" || connection === "idle");
  const selected = desk.selected.value;
  useEffect(() => {
    list.current?.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  if (isWaiting) return <RowsLoading label={t.inbox.loading} />;
  if (rows.length === 0) return <NoRows />;
  return (
    <div class="rows-scroll">
      <ul class="rows" ref={list} aria-label={t.inbox.list} onKeyDown={moveFocus}>
        {rows.map((row) => (
          <Row key={row.conversation.id} row={row} />
        ))}
      </ul>
      <MoreRows />
    </div>
  );
}

/** Nothing to list: there is nothing, or nothing of what is loaded fits. */
function NoRows() {
  const desk = useDesk();
  const { empty, noMatch, noneLoaded } = desk.settings.t.value.inbox;
  const { filter, cursor } = desk.state.value.inbox;
  const isSearch = desk.search.value !== "";
  const words = cursor ? noneLoaded : noMatch;
  return (
    <div class="rows-scroll">
      {isSearch && <Empty icon="search" title={words.title} text={words.text} />}
      {!isSearch && !cursor && <Empty icon="inbox" title={empty[filter].title} text={empty[filter].text} />}
      <MoreRows />
    </div>
  );
}

function MoreRows() {
  const desk = useDesk();
  const { cursor, loading } = desk.state.value.inbox;
  if (!cursor) return null;
  const more = async () => {
    const result = await desk.client.more();
    if (!result.ok) desk.notices.add({ kind: "refused", error: result.error });
  };
  return (
    <button type="button" class="button button--quiet rows__more" disabled={loading} onClick={() => void more()}>
      {desk.settings.t.value.inbox.more}
    </button>
  );
}

function RowsLoading({ label }: { label: string }) {
  return (
    <div class="rows-scroll" role="status">
      <span class="visually-hidden">{label}</span>
      {["a", "b", "c", "d"].map((key) => (
        <div key={key} class="row-skeleton" aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}

/** Arrow keys, Home and End move through the rows; Enter opens, as with any button. */
function moveFocus(event: KeyboardEvent): void {
  const rows = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(".row")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  const row = to === undefined ? undefined : rows[to];
  if (!row) return;
  event.preventDefault();
  row.focus();
}
