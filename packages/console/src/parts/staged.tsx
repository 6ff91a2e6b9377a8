import type { ChosenPicture } from "@yiwen/shared/browser";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";

/** The pictures that wait for the send button; each can be taken back. */
export function Staged({ conversationId, staged }: { conversationId: string; staged: ChosenPicture[] }) {
  const { pictures, settings } = useDesk();
  const t = settings.t.value;
  if (staged.length === 0) return null;
  return (
    <ul class="staged">
      {staged.map(({ key, src }) => (
        <li key={key}>
          <img src={src} alt={t.picture.alt} />
          <button type="button" aria-label={t.picture.remove} onClick={() => pictures.discard(conversationId, key)}>
            <Icon name="x" size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}
