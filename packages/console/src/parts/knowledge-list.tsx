import { useState } from "preact/hooks";
import { isComposing } from "../platform/is-composing.ts";
import type { KnownDocument } from "../platform/knowledge.ts";
import { useDesk } from "./desk-context.ts";
import { Empty } from "./empty.tsx";
import { Icon } from "./icon.tsx";
import { documentName, KnowledgeRow } from "./knowledge-row.tsx";

/** The documents, the youngest first; or why there are none to be seen. */
export function KnowledgeList() {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const state = desk.knowledge.documents.value;
  if (state.step === "loading") {
    return (
      <div class="knowledge__wait" role="status">
        <span class="spinner" aria-hidden="true" />
        <p>{t.knowledge.loading}</p>
      </div>
    );
  }
  if (state.step === "ready") return <Documents list={state.list} />;
  if (state.error.code === "forbidden") return <Empty icon="shield" {...t.knowledge.notAllowed} />;
  return (
    <div class="empty" role="alert">
      <p class="empty__title">{t.knowledge.failed}</p>
      <p class="empty__text">{t.errors[state.error.code]}</p>
      <button type="button" class="button button--primary" onClick={() => void desk.knowledge.load()}>
        {t.knowledge.retry}
      </button>
    </div>
  );
}

function Documents({ list }: { list: KnownDocument[] }) {
  const { settings } = useDesk();
  const t = settings.t.value.knowledge;
  const [words, setWords] = useState("");
  if (list.length === 0) return <Empty icon="book" {...t.empty} />;
  const passages = list.reduce((sum, one) => sum + one.passages, 0);
  const shown = found([...list].sort(youngestFirst), words);
  return (
    <section aria-label={t.list}>
      <header class="knowledge__section">
        <h3>{t.list}</h3>
        <p class="quiet number">{t.count(list.length, passages)}</p>
        <DocumentSearch words={words} onChange={setWords} />
      </header>
      {shown.length === 0 ? (
        <Empty icon="search" {...t.noMatch} />
      ) : (
        <ul class="knowledge__card documents">
          {shown.map((one) => (
            <KnowledgeRow key={one.document} known={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Escape empties the search first; empty, it closes the page, as anywhere else on it. */
function DocumentSearch({ words, onChange }: { words: string; onChange(words: string): void }) {
  const desk = useDesk();
  const label = desk.settings.t.value.knowledge.search;
  return (
    <div class="search knowledge__search">
      <Icon name="search" size={16} />
      <input
        class="search__input"
        type="search"
        aria-label={label}
        placeholder={label}
        value={words}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || isComposing(event)) return;
          event.preventDefault();
          if (words === "") desk.showScreen("inbox");
          else onChange("");
        }}
      />
    </div>
  );
}

function found(list: KnownDocument[], words: string): KnownDocument[] {
  const wanted = words.trim().toLowerCase();
  return list.filter((one) => `${documentName(one)} ${one.title}`.toLowerCase().includes(wanted));
}

function youngestFirst(a: KnownDocument, b: KnownDocument): number {
  return (b.updatedAt ?? 0) - (a.updatedAt ?? 0);
}
