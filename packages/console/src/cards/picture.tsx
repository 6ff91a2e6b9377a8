import { useState } from "preact/hooks";
import { Icon } from "../parts/icon.tsx";

/** A product's picture, with a quiet stand-in where there is none or it does not load. Decoration: the title is beside it. */
export function Picture({ src }: { src: string | undefined }) {
  const [failed, setFailed] = useState<string>();
  return (
    <span class="picture">
      {src && src !== failed ? (
        <img src={src} alt="" loading="lazy" onError={() => setFailed(src)} />
      ) : (
        <Icon name="bag" size={22} />
      )}
    </span>
  );
}
