import type { ChosenPicture } from "@yiwen/shared/browser";
import { Photo } from "../cards/image.tsx";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";

/** A picture on its way up, or one that didn't get there. */
export function PendingPicture({ conversationId, picture }: { conversationId: string; picture: ChosenPicture }) {
  const { pictures, settings } = useDesk();
  const t = settings.t.value;
  const { key, src, status, progress, error } = picture;
  const isFailed = status === "failed";
  return (
    <div class="group group--right group--agent">
      <div class={`bubble bubble--image pending${isFailed ? " pending--failed" : ""}`}>
        <Photo sources={[src]} progress={isFailed ? undefined : progress} />
      </div>
      {isFailed ? (
        <p class="group__state group__state--failed" role="alert">
          <Icon name="alert" size={14} />
          {t.thread.notSent}
          {error && `: ${t.errors[error.code]}`}
          <button type="button" class="link-button" onClick={() => pictures.retry(conversationId, key)}>
            {t.thread.resend}
          </button>
          <button type="button" class="link-button" onClick={() => pictures.discard(conversationId, key)}>
            {t.thread.discard}
          </button>
        </p>
      ) : (
        <p class="group__state">{t.thread.sending}</p>
      )}
    </div>
  );
}
