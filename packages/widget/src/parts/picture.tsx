import { useState } from "preact/hooks";
import { safeUrl } from "../thread/linkify.ts";
import { Icon } from "./icon.tsx";

/** A product's picture in a reserved square; a bag where there is none or it does not load. */
export function Picture({ src }: { src: string | undefined }) {
  const [broken, setBroken] = useState<string>();
  const url = safeUrl(src);
  return (
    <span class="picture">
      {url && url !== broken ? (
        <img src={url} alt="" loading="lazy" decoding="async" onError={() => setBroken(url)} />
      ) : (
        <Icon name="bag" />
      )}
    </span>
  );
}
