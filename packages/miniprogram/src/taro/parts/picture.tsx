import { Image, View } from "@tarojs/components";
import { pictureUrl } from "@yiwen/miniprogram/view";
import { useState } from "react";
import { useChatPage } from "../chat-context.ts";
import { Icon } from "./icon.tsx";

/** A product's picture in a reserved square; a bag where there is none or it does not load. */
export function Picture({ src }: { src: string | undefined }) {
  const { server } = useChatPage();
  const [broken, setBroken] = useState<string>();
  const url = pictureUrl(src, server);
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
