import { fit } from "@yiwen/shared/browser";
import { useState } from "preact/hooks";
import { useLanguage } from "../i18n/context.ts";
import { Icon } from "../parts/icon.tsx";
import { useStore } from "../parts/use-chat.ts";

/** The most room a picture has in the thread, in CSS pixels; one whose size is not known yet takes all of it. */
const room = { width: 220, height: 260 };

type Props = {
  /** Where it is read, best first: the page's own file, the server. */
  sources: (string | undefined)[];
  size?: { width: number; height: number };
  /** Why it is not to be seen. */
  held?: string;
  /** How much of it went up, 0 to 1, while it does. */
  progress?: number;
};

/** A picture in its reserved place; a tap shows it in full. */
export function Photo({ sources, size = room, held, progress }: Props) {
  const { strings } = useLanguage();
  const [broken, setBroken] = useState("");
  const store = useStore();
  const src = sources.find((source) => source && !broken.includes(source));
  const { width, height } = fit(size, room);
  if (held || !src)
    return (
      <p class="card card-empty">
        <Icon name="image" />
        {held ?? strings.picture.gone}
      </p>
    );
  return (
    <button type="button" class="photo" onClick={() => store.showPicture(src)}>
      <img
        {...{ src, width, height }}
        alt={strings.picture.alt}
        loading="lazy"
        onError={() => setBroken(broken + src)}
      />
      {progress !== undefined && <progress value={progress} aria-label={strings.message.sending} />}
    </button>
  );
}
