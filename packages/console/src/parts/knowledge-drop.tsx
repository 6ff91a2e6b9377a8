import { knowledgeEndings, knowledgeFileBytes } from "@yiwen/shared";
import { useEffect, useRef, useState } from "preact/hooks";
import { megabyte } from "../format/bytes.ts";
import { knowledgeKinds } from "../format/left-out.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";

/** Where files come in: by the button, or dropped anywhere on the page; what may come stands beside it. */
export function KnowledgeDrop() {
  const { knowledge, settings } = useDesk();
  const texts = settings.t.value;
  const t = texts.knowledge;
  const input = useRef<HTMLInputElement>(null);
  const isOver = useDrop(knowledge.add);
  return (
    <section class={`drop${isOver ? " drop--over" : ""}`} aria-label={t.choose}>
      <span class="drop__icon">
        <Icon name="upload" size={22} />
      </span>
      <div class="drop__words">
        <p class="drop__title">{isOver ? t.dropNow : t.drop}</p>
        <p class="quiet">{t.limits(knowledgeKinds(texts), knowledgeFileBytes / megabyte)}</p>
        <p class="quiet">{t.faq}</p>
      </div>
      <button type="button" class="button button--primary" onClick={() => input.current?.click()}>
        {t.choose}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={knowledgeEndings.join(",")}
        onChange={({ currentTarget }) => {
          knowledge.add(currentTarget.files ?? []);
          currentTarget.value = "";
        }}
      />
    </section>
  );
}

/** Takes files that are dropped anywhere on the page, where the browser would open them; answers whether some are over it. */
function useDrop(take: (files: Iterable<File>) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    };
    const left = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer.files);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", left);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", left);
      window.removeEventListener("drop", drop);
    };
  }, [take]);
  return isOver;
}
