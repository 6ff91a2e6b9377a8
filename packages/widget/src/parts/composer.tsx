import { limits } from "@yiwen/shared";
import type { ChosenPicture } from "@yiwen/shared/browser";
import { useEffect, useRef, useState } from "preact/hooks";
import { useLanguage } from "../i18n/context.ts";
import { sendsOn } from "../thread/sends-on.ts";
import { Icon } from "./icon.tsx";
import { Staged } from "./staged.tsx";
import { useStore } from "./use-chat.ts";
import { useTypingSignal } from "./use-typing-signal.ts";

/** Characters before the limit from which it is counted down. */
const warnFrom = 200;

/** Where the shopper writes. What is written offline is kept and sent later, so it is never locked. */
export function Composer({ isOnline, pictures }: { isOnline: boolean; pictures: ChosenPicture[] }) {
  const { strings } = useLanguage();
  const store = useStore();
  const [text, setText] = useState("");
  const composedAt = useRef(Number.NEGATIVE_INFINITY);
  const field = useRef<HTMLTextAreaElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const typing = useTypingSignal();
  const left = limits.messageLength - text.trim().length;
  const staged = pictures.filter(({ status }) => status === "staged");
  const canSend = (text.trim() !== "" || staged.length > 0) && left >= 0;
  useEffect(() => () => typing(false), []);

  const submit = () => {
    if (!canSend) return;
    typing(false);
    store.submit(text);
    setText("");
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
        field.current?.focus();
      }}
    >
      {staged.length > 0 && <Staged pictures={staged} />}
      <button type="button" class="attach" aria-label={strings.picture.attach} onClick={() => input.current?.click()}>
        <Icon name="image" />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/*"
        onChange={({ currentTarget }) => {
          store.stage(currentTarget.files ?? []);
          currentTarget.value = "";
          field.current?.focus();
        }}
      />
      <div class="field" data-text={`${text}\n`}>
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label={strings.composer.label}
          aria-describedby={left < warnFrom ? "left" : undefined}
          aria-invalid={left < 0}
          placeholder={isOnline ? strings.composer.placeholder : strings.composer.offline}
          enterkeyhint="send"
          onInput={(event) => {
            setText(event.currentTarget.value);
            typing(event.currentTarget.value.trim() !== "");
          }}
          onCompositionEnd={(event) => {
            composedAt.current = event.timeStamp;
          }}
          onKeyDown={(event) => {
            if (!sendsOn(event, event.timeStamp - composedAt.current)) return;
            event.preventDefault();
            submit();
          }}
        />
      </div>
      {left < warnFrom && (
        <span id="left" class={`left${left < 0 ? " is-over" : ""}`}>
          {left < 0 ? strings.composer.over(-left) : strings.composer.left(left)}
        </span>
      )}
      <button class="send" type="submit" disabled={!canSend} aria-label={strings.composer.send}>
        <Icon name="send" />
      </button>
    </form>
  );
}
