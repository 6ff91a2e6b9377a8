import { knowledgeFileBytes } from "@yiwen/shared";
import { formatBytes, megabyte } from "../format/bytes.ts";
import { knowledgeKinds } from "../format/left-out.ts";
import type { Upload } from "../store/knowledge.ts";
import { useDesk } from "./desk-context.ts";
import { Icon, type IconName } from "./icon.tsx";
import { ImportedReport } from "./imported-report.tsx";

/** The files on their way, and what became of those that are through. */
export function KnowledgeUploads() {
  const { knowledge, settings } = useDesk();
  const t = settings.t.value.knowledge;
  const uploads = knowledge.uploads.value;
  if (uploads.length === 0) return null;
  return (
    <section class="uploads" aria-label={t.uploads}>
      <header class="knowledge__section">
        <h3>{t.uploads}</h3>
        <button type="button" class="link-button" onClick={knowledge.clear}>
          {t.clear}
        </button>
      </header>
      <ul class="knowledge__card" aria-live="polite">
        {uploads.map((upload) => (
          <li key={upload.id} class={`upload upload--${lookOf(upload)}`}>
            <Icon name={icons[lookOf(upload)]} />
            <div class="upload__body">
              <p class="upload__name">
                <span class="upload__file">{upload.name}</span>
                <span class="quiet number">{formatBytes(upload.bytes, settings.locale.value)}</span>
              </p>
              <UploadState upload={upload} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Look = "moving" | "good" | "partly" | "bad";

const icons: Record<Look, IconName> = { moving: "file", good: "check", partly: "alert", bad: "alert" };

function lookOf({ state }: Upload): Look {
  if (state.step === "waiting" || state.step === "sending") return "moving";
  if (state.step !== "done" || state.report.imported === 0) return "bad";
  return state.report.rejected.length > 0 ? "partly" : "good";
}

function UploadState({ upload: { id, name, state } }: { upload: Upload }) {
  const { knowledge, settings } = useDesk();
  const t = settings.t.value;
  switch (state.step) {
    case "waiting":
      return <p class="quiet">{t.knowledge.waiting}</p>;
    case "sending": {
      const percent = Math.round(state.sent * 100);
      return (
        <>
          <progress class="upload__bar" aria-label={t.knowledge.progress(name)} max={100} value={percent} />
          {/* The bar tells the progress; a live region that counts would not stop talking. */}
          <p class="quiet number" aria-live="off">
            {percent < 100 ? t.knowledge.sending(percent) : t.knowledge.reading}
          </p>
        </>
      );
    }
    case "unfit": {
      const { tooLarge, wrongKind } = t.knowledge.reasons;
      const why =
        state.why === "tooLarge" ? tooLarge(String(knowledgeFileBytes / megabyte)) : wrongKind(knowledgeKinds(t));
      return <p>{t.knowledge.notSent(why)}</p>;
    }
    case "failed":
      return (
        <p>
          {t.errors[state.error.code]}
          <button type="button" class="link-button" onClick={() => knowledge.retry(id)}>
            {t.knowledge.retry}
          </button>
        </p>
      );
    case "done":
      return <ImportedReport report={state.report} replaced={state.replaced} />;
  }
}
