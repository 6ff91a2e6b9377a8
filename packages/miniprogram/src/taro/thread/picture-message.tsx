import { Image, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import type { Row } from "@yiwen/miniprogram/view";
import { pictureBox } from "@yiwen/miniprogram/view";
import { useState } from "react";
import { useChatPage } from "../chat-context.ts";
import { useLanguage } from "../use-language.ts";

type MessageOf = Extract<Row, { kind: "message" }>;
type Props = { content: Extract<MessageOf["content"], { kind: "image" }>; held: MessageOf["held"] };

/** A picture in the room it will take; tapped, it fills the screen. */
export function PictureMessage({ content, held }: Props) {
  const { picture } = useLanguage().texts;
  const { chat, imageUrl } = useChatPage();
  const [isBroken, setBroken] = useState(false);
  if (held || isBroken) {
    const words = held === "checking" ? picture.checking : held ? picture.withheld : picture.gone;
    return <View className="yw-bubble yw-held">{words}</View>;
  }
  const url = imageUrl(content.uploadId);
  const { width, height } = pictureBox("width" in content ? content : chat.sizeOf(content.uploadId));
  return (
    <Image
      className="yw-photo"
      style={`width:${width}rpx;height:${height}rpx`}
      src={url}
      mode="aspectFill"
      webp
      onError={() => setBroken(true)}
      onClick={() => void Taro.previewImage({ urls: [url] })}
    />
  );
}
