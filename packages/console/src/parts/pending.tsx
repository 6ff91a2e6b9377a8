import type { PendingMessage } from "@yiwen/shared";
import { ContentCard } from "../cards/index.tsx";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";

/** A message that the server has not stored yet, or would not take. */
export function Pending({ message }: { message: PendingMessage }) {
  const { client, settings } = useDesk();
  const t = settings.t.value;
  const isFailed = message.status === "failed";
  return (
    <div class={"group group--right group--agent"}>
      <div
        class={`${message.note ? "note" : `bubble bubble--${message.content.kind}`} pending${isFailed ? " pending--failed" : ""}`}
      >
        <ContentCard content={message.content} />
      </div>
      {isFailed ? (
        <p class="group__state group__state--failed" role="alert">
          <Icon name="alert" size={14} />
          {t.thread.notSent}
          {message.error && `: ${t.errors[message.error.code]}`}
          <button type="button" class="link-button" onClick={() => client.retry(message.id)}>
            {t.thread.resend}
          </button>
          {message.content.kind === "text" && <EditButton message={message} text={message.content.text} />}
          <button type="button" class="link-button" onClick={() => client.discard(message.id)}>
            {t.thread.discard}
          </button>
        </p>
      ) : (
        <p class="group__state" role={message.error && "status"}>
          {t.thread.sending}
          {message.error && ` ${t.errors[message.error.code]}`}
        </p>
      )}
    </div>
  );
}

/** Takes what was refused back into the composer, before whatever was begun there since. */
function EditButton({ message, text }: { message: PendingMessage; text: string }) {
  const { client, drafts, focus, mode, settings } = useDesk();
  const edit = () => {
    const which = message.note ? "note" : "reply";
    const draft = drafts.of(message.conversationId, which);
    draft.value = draft.value ? `${text}\n${draft.value}` : text;
    client.discard(message.id);
    mode.value = which;
    focus.composer.value = true;
  };
  return (
    <button type="button" class="link-button" onClick={edit}>
      {settings.t.value.thread.edit}
    </button>
  );
}
