import { useEffect, useRef } from "preact/hooks";
import { useDesk } from "../parts/desk-context.ts";
import { Icon } from "../parts/icon.tsx";
import { KnowledgeDrop } from "../parts/knowledge-drop.tsx";
import { KnowledgeList } from "../parts/knowledge-list.tsx";
import { KnowledgeUploads } from "../parts/knowledge-uploads.tsx";

/** What the bot knows: the shop's documents, taken in and forgotten here; supervisors only, as the server has it. */
export function Knowledge() {
  const desk = useDesk();
  const t = desk.settings.t.value.knowledge;
  const { documents, load } = desk.knowledge;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    void load();
  }, [load]);
  const state = documents.value;
  const isAllowed = state.step !== "failed" || state.error.code !== "forbidden";
  return (
    <main class="knowledge">
      <header class="knowledge__head">
        <button
          type="button"
          class="icon-button"
          aria-label={t.back}
          title={`${t.back} (Esc)`}
          onClick={() => desk.showScreen("inbox")}
        >
          <Icon name="back" />
        </button>
        <div class="knowledge__words">
          <h2 ref={heading} tabIndex={-1}>
            {t.title}
          </h2>
          <p class="quiet">{t.lead}</p>
        </div>
      </header>
      <div class="knowledge__scroll">
        <div class="knowledge__body">
          {isAllowed && <KnowledgeDrop />}
          <KnowledgeUploads />
          <KnowledgeList />
        </div>
      </div>
    </main>
  );
}
