import { Image, View } from "@tarojs/components";
import { useState } from "react";
import { currentSettings } from "../settings.ts";
import { Icon } from "./icon.tsx";

/** A product's picture in a reserved square; a bag where there is none or it does not load. */
export function Picture({ src }: { src: string | undefined }) {
  const [broken, setBroken] = useState<string>();
  const url = src && addressOf(src);
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

/** Where WeChat finds a picture that the shop named; one without an origin is on the server. */
function addressOf(src: string): string | undefined {
  if (/^https?:\/\//.test(src)) return src;
  return src.startsWith("/") ? `${currentSettings()?.yiwen.server ?? ""}${src}` : undefined;
}
