import { useEffect, useState } from "preact/hooks";
import { sendCommand } from "../actions/send-command.ts";
import { topicName } from "../format/reasons.ts";
import { formatPercent } from "../format/score.ts";
import type { IntentChoice } from "../platform/intents.ts";
import { isComposing } from "../platform/is-composing.ts";
import type { Correcting } from "../store/dialogs.ts";
import { useDesk } from "./desk-context.ts";
import { Dialog } from "./dialog.tsx";

/** Says what a shopper's message was: what the bot took for likely comes first, the rest is found by typing. */
export function CorrectDialog({ correcting, onClose }: { correcting: Correcting; onClose(): void }) {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const [conversationId] = useState(desk.selected.peek());
  const [words, setWords] = useState("");
  const { list, load } = desk.intents;
  useEffect(() => void load(), [load]);
  const known = list.value;
  const choices = Array.isArray(known) ? found(ordered(known, correcting), words, (name) => topicName(name, t)) : [];
  const pick = async (intent: string) => {
    onClose();
    const { messageId } = correcting;
    const isDone = await sendCommand(desk, "message.correct", { messageId, intent }, conversationId);
    if (isDone) desk.notices.add({ kind: "corrected", intent });
  };
  return (
    <Dialog title={t.correct.title} lead={t.correct.lead} onClose={onClose}>
      <blockquote class="correct__words">{correcting.text}</blockquote>
      <input
        class="correct__search"
        type="search"
        data-first
        aria-label={t.correct.search}
        placeholder={t.correct.search}
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [only] = choices;
          if (event.key === "Enter" && !isComposing(event) && words.trim() !== "" && only) void pick(only.name);
        }}
      />
      <p class="correct__state" role="status">
        {known === undefined && t.correct.loading}
        {known === "failed" && t.correct.failed}
        {Array.isArray(known) && choices.length === 0 && t.correct.none}
      </p>
      {known === "failed" && (
        <button type="button" class="link-button" onClick={() => void load()}>
          {t.connection.retry}
        </button>
      )}
      <ul class="picks">
        {choices.map(({ name, ask }) => (
          <li key={name}>
            <button type="button" class="pick" onClick={() => void pick(name)}>
              <span class="pick__label">{topicName(name, t)}</span>
              <span class="pick__note">
                {ask[desk.settings.locale.value]} {likely(name, correcting)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function likely(name: string, { guesses }: Correcting): string {
  const guess = guesses.find(({ intent }) => intent === name);
  return guess ? formatPercent(guess.confidence) : "";
}

/** The bot's next guesses, then all others; what it took the message for stands last among the guesses. */
function ordered(all: IntentChoice[], { guesses }: Correcting): IntentChoice[] {
  const [best, ...next] = guesses;
  const first = [...next, ...(best ? [best] : [])].flatMap(
    ({ intent }) => all.find(({ name }) => name === intent) ?? [],
  );
  return [...first, ...all.filter((one) => !first.includes(one))];
}

function found(all: IntentChoice[], words: string, nameOf: (name: string) => string): IntentChoice[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === "") return all;
  return all.filter(({ name, ask }) =>
    [name, nameOf(name), ...Object.values(ask)].some((text) => text.toLowerCase().includes(wanted)),
  );
}
