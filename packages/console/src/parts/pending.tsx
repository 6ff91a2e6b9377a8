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
          <button type="button" class="link-button" onClick={() => client.discard(message.id)}>
            {t.thread.discard}
          </button>
        </p>
      ) : (
        <p class="group__state">{t.thread.sending}</p>
      )}
    </div>
  );
}
