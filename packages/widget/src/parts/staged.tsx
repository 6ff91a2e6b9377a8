import type { ChosenPicture } from "@yiwen/shared/browser";
import { useLanguage } from "../i18n/context.ts";
import { Icon } from "./icon.tsx";
import { useStore } from "./use-chat.ts";

/** The pictures that wait for the send button; each can be taken back. */
export function Staged({ pictures }: { pictures: ChosenPicture[] }) {
  const { strings } = useLanguage();
  const store = useStore();
  return (
    <ul class="staged">
      {pictures.map(({ key, src }) => (
        <li key={key}>
          <img src={src} alt={strings.picture.alt} />
          <button type="button" aria-label={strings.message.discard} onClick={() => store.discard(key)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
