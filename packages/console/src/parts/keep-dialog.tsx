import { useId, useState } from "preact/hooks";
import type { GoodAnswer } from "../platform/answers.ts";
import { useDesk } from "./desk-context.ts";
import { Dialog } from "./dialog.tsx";

const longestQuestion = 300;

/** Keeps a reply as an answer for all who ask the same; what is only about this shopper is taken out by hand first. */
export function KeepDialog({ keeping, onClose }: { keeping: GoodAnswer; onClose(): void }) {
  const { keepAnswer, notices, settings } = useDesk();
  const t = settings.t.value;
  const [question, setQuestion] = useState(keeping.question.slice(0, longestQuestion));
  const [answer, setAnswer] = useState(keeping.answer);
  const [state, setState] = useState<"writing" | "saving" | "refused" | "failed">("writing");
  const ids = { question: useId(), answer: useId(), state: useId() };
  const isReady = question.trim() !== "" && answer.trim() !== "" && state !== "saving";
  const save = async (event: Event) => {
    event.preventDefault();
    if (!isReady) return;
    setState("saving");
    const result = await keepAnswer({ question, answer });
    if (!result.ok) return setState(result.error.code === "invalid_input" ? "refused" : "failed");
    onClose();
    notices.add({ kind: "said", what: "kept" });
  };
  return (
    <Dialog title={t.keep.title} lead={t.keep.lead} onClose={onClose}>
      <form onSubmit={(event) => void save(event)}>
        <label class="dialog__lead" for={ids.question}>
          {t.keep.question}
        </label>
        <textarea
          id={ids.question}
          class="input keep-editor"
          data-first
          rows={2}
          maxLength={longestQuestion}
          value={question}
          aria-describedby={ids.state}
          onInput={({ currentTarget }) => setQuestion(currentTarget.value)}
        />
        <label class="dialog__lead" for={ids.answer}>
          {t.keep.answer}
        </label>
        <textarea
          id={ids.answer}
          class="input keep-editor"
          rows={5}
          maxLength={4000}
          value={answer}
          aria-describedby={ids.state}
          onInput={({ currentTarget }) => setAnswer(currentTarget.value)}
        />
        <p id={ids.state} class="correct__state" role="status">
          {state === "refused" && t.keep.refused}
          {state === "failed" && t.keep.failed}
        </p>
        <div class="button-row">
          <button type="button" class="button" onClick={onClose}>
            {t.dialogs.cancel}
          </button>
          <button type="submit" class="button button--primary" disabled={!isReady}>
            {t.keep.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
