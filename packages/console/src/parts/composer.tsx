import type { Signal } from "@preact/signals";
import { limits } from "@yiwen/shared";
import { useLayoutEffect, useRef } from "preact/hooks";
import { actionView, isMine } from "../actions/action-view.ts";
import { shopperName } from "../format/names.ts";
import { isComposing } from "../platform/is-composing.ts";
import type { DraftMode } from "../store/drafts.ts";
import type { OpenConversation } from "../thread/conversation-of.ts";
import { Attach } from "./attach.tsx";
import { ComposerPrompt } from "./composer-prompt.tsx";
import { ComposerTabs } from "./composer-tabs.tsx";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";
import { QuickPicker } from "./quick-picker.tsx";
import { Staged } from "./staged.tsx";
import { SuggestButton, SuggestionList } from "./suggestions.tsx";
import { useSuggestions } from "./use-suggestions.ts";
import { useTyping } from "./use-typing.ts";

/** Where an agent writes: a reply while the conversation is theirs, a note to colleagues at any time. */
export function Composer({ open }: { open: OpenConversation }) {
  const desk = useDesk();
  const { conversation } = open.row;
  if (conversation.floor === "closed") return <ComposerPrompt conversation={conversation} />;
  const canReply = isMine(actionView(desk));
  const mode: DraftMode = desk.mode.value;
  return (
    <section class={`composer composer--${mode}`} aria-label={desk.settings.t.value.composer.label}>
      <ComposerTabs />
      {mode === "reply" && !canReply ? (
        <ComposerPrompt conversation={conversation} />
      ) : (
        <Writer key={mode} open={open} mode={mode} />
      )}
    </section>
  );
}

function Writer({ open, mode }: { open: OpenConversation; mode: DraftMode }) {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const { id } = open.row.conversation;
  const draft = desk.drafts.of(id, mode);
  const input = useFocusOnAsk();
  const typing = useTyping(id, mode === "reply");
  const suggestions = useSuggestions(id);
  const over = draft.value.length - limits.messageLength;
  const staged = mode === "reply" ? desk.pictures.of(id).value.filter(({ status }) => status === "staged") : [];
  const canSend = (draft.value.trim() !== "" || staged.length > 0) && over <= 0;

  const submit = () => {
    const text = draft.value.trim();
    if (!canSend) return;
    if (staged.length > 0) desk.pictures.sendStaged(id);
    if (text && mode === "note") desk.client.note(id, text);
    else if (text) desk.client.send(id, text);
    draft.value = "";
    typing.stop();
    input.current?.focus();
  };

  return (
    <div
      class="writer"
      onPaste={(event) => {
        if (mode === "reply" && desk.pictures.stage(id, event.clipboardData?.files ?? [])) event.preventDefault();
      }}
    >
      {mode === "reply" && <QuickPicker draft={draft} box={input} />}
      <SuggestionList
        suggestions={suggestions}
        onPick={(text) => {
          draft.value = text;
          input.current?.focus();
        }}
      />
      <Staged conversationId={id} staged={staged} />
      <WriterInput
        box={input}
        draft={draft}
        placeholder={
          mode === "note" ? t.composer.notePlaceholder : t.composer.replyTo(shopperName(open.row.shopper, t))
        }
        onChange={typing.changed}
        onBlur={typing.stop}
        onSubmit={submit}
      />
      <div class="writer__foot">
        {mode === "reply" && <Attach conversationId={id} onChosen={() => input.current?.focus()} />}
        {mode === "reply" && desk.shop.suggests && <SuggestButton suggestions={suggestions} />}
        <span class="writer__hint">{mode === "note" ? t.composer.noteHint : t.composer.hint}</span>
        <span class="form-error" role="alert">
          {over > 0 && t.composer.tooLong(over)}
        </span>
        <button
          type="button"
          class={`button ${mode === "note" ? "button--note" : "button--primary"}`}
          disabled={!canSend}
          onClick={submit}
        >
          <Icon name={mode === "note" ? "note" : "send"} size={16} />
          {mode === "note" ? t.composer.addNote : t.composer.send}
        </button>
      </div>
    </div>
  );
}

type InputProps = {
  box: { current: HTMLTextAreaElement | null };
  draft: Signal<string>;
  placeholder: string;
  onChange(text: string): void;
  onBlur(): void;
  onSubmit(): void;
};

function WriterInput({ box, draft, placeholder, onChange, onBlur, onSubmit }: InputProps) {
  return (
    <textarea
      ref={box}
      class="writer__input"
      rows={2}
      aria-label={placeholder}
      placeholder={placeholder}
      value={draft.value}
      onInput={(event) => {
        draft.value = event.currentTarget.value;
        onChange(draft.value);
      }}
      onBlur={onBlur}
      onKeyDown={(event) => {
        // What confirms or cancels a composition is neither sent nor the end of writing.
        if (event.defaultPrevented || isComposing(event)) return;
        if (event.key === "Escape") return event.currentTarget.blur();
        if (event.key !== "Enter" || event.shiftKey) return;
        event.preventDefault();
        onSubmit();
      }}
    />
  );
}

/** The input, which takes the keyboard whenever an action asks for it. */
function useFocusOnAsk() {
  const { focus } = useDesk();
  const input = useRef<HTMLTextAreaElement>(null);
  const asked = focus.composer.value;
  useLayoutEffect(() => {
    if (!asked) return;
    input.current?.focus();
    focus.composer.value = false;
  }, [asked, focus]);
  return input;
}
