import { limits, type ThreadState } from "@yiwen/shared";
import { useState } from "preact/hooks";
import { useLanguage } from "../i18n/context.ts";
import { Icon } from "../parts/icon.tsx";
import { useStore } from "../parts/use-chat.ts";

/** After closing: one question, and the way to a new conversation. */
export function Rating({ summary }: { summary: ThreadState["view"]["summary"] }) {
  const { rating } = useLanguage().strings;
  const store = useStore();
  return (
    <div class="closing">
      {summary.rating ? (
        <p class="thanks" role="status">
          <Icon name="check" />
          {rating.thanks}
        </p>
      ) : (
        <RatingForm />
      )}
      <button
        type="button"
        class={`button ${summary.rating ? "is-main" : "is-plain"}`}
        onClick={() => store.reopen(true)}
      >
        {rating.fresh}
      </button>
    </div>
  );
}

function RatingForm() {
  const { rating } = useLanguage().strings;
  const store = useStore();
  const [score, setScore] = useState(0);
  const [comment, setComment] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        store.rate(score, comment.trim() || undefined);
      }}
    >
      <fieldset>
        <legend>{rating.question}</legend>
        <div class="stars">
          {rating.scores.map((label, index) => (
            <label key={label} class={index < score ? "is-on" : undefined} title={label}>
              <input
                type="radio"
                name="score"
                value={index + 1}
                checked={score === index + 1}
                onChange={() => setScore(index + 1)}
              />
              <Icon name="star" />
              <span class="hidden">{label}</span>
            </label>
          ))}
        </div>
        <p class="score" aria-hidden="true">
          {rating.scores[score - 1]}
        </p>
      </fieldset>
      {score > 0 && (
        <>
          <textarea
            rows={2}
            maxLength={limits.commentLength}
            value={comment}
            placeholder={rating.comment}
            aria-label={rating.comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          <button type="submit" class="button is-main">
            {rating.give}
          </button>
        </>
      )}
    </form>
  );
}
