import { Image, View } from "@tarojs/components";
import { useState } from "react";
import { Icon } from "./icon.tsx";

/** A product's picture in a reserved square; a bag where there is none or it does not load. */
export function Picture({ src }: { src: string | undefined }) {
  const [broken, setBroken] = useState<string>();
  const url = src && /^https?:\/\//.test(src) ? src : undefined;
  return (
    <View className="yw-picture">
      {url && url !== broken ? (
        <Image className="yw-image" src={url} mode="aspectFill" webp lazyLoad onError={() => setBroken(url)} />
      ) : (
        <Icon name="bag" />
      )}
    </View>
  );
}
