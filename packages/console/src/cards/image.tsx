import type { PictureState } from "@yiwen/shared";
import { fit } from "@yiwen/shared/browser";
import { useState } from "preact/hooks";
import { useDesk } from "../parts/desk-context.ts";
import { Icon } from "../parts/icon.tsx";

/** The most room a picture has in the thread, in CSS pixels; one whose size is not known yet takes all of it. */
const room = { width: 280, height: 300 };

type Props = {
  /** Where it is read, best first. */
  sources: string[];
  size?: { width: number; height: number };
  /** Why it is not to be seen. */
  held?: PictureState;
  /** How much of it went up, 0 to 1, while it does. */
  progress?: number;
};

/** A picture in its reserved place; a click shows it in full. */
export function Photo({ sources, size = room, held, progress }: Props) {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const [broken, setBroken] = useState<string[]>([]);
  const src = sources.find((source) => !broken.includes(source));
  const { width, height } = fit(size, room);
  if (held || !src) {
    return (
      <p class="photo-gone">
        <Icon name="image" size={16} />
        {t.picture[held ?? "gone"]}
      </p>
    );
  }
  return (
    <button type="button" class="photo" onClick={() => desk.pictures.show(src, t.picture)}>
      <img
        src={src}
        width={width}
        height={height}
        alt={t.picture.alt}
        loading="lazy"
        onError={() => setBroken([...broken, src])}
      />
      {progress !== undefined && <progress value={progress} aria-label={t.thread.sending} />}
    </button>
  );
}

/** A picture that the server has. */
export function ImageCard({ uploadId, width, height, held }: ImageProps) {
  const desk = useDesk();
  const size = width && height ? { width, height } : undefined;
  return <Photo sources={desk.pictures.sources(uploadId)} size={size} held={held} />;
}

type ImageProps = { uploadId: string; width?: number; height?: number; held?: PictureState };
