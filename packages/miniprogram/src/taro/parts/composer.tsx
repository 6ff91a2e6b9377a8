import { Button, Textarea, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { limits } from "@yiwen/miniprogram/view";
import { useEffect, useRef, useState } from "react";
import type { ChosenPicture } from "../chat.ts";
import { useChatPage } from "../chat-context.ts";
import { useLanguage } from "../use-language.ts";
import { useTypingSignal } from "../use-typing-signal.ts";
import { Icon } from "./icon.tsx";

/** Characters before the limit from which it is counted down. */
const warnFrom = 200;
/** Pictures at a time; WeChat's own limit. */
const mostPictures = 9;

/** Where the shopper writes. What is written offline is kept and sent later, so it is never locked. */
export function Composer({ isOnline }: { isOnline: boolean }) {
  const { texts } = useLanguage();
  const { chat, footGrew } = useChatPage();
  // The words stay out of the page's state: a letter typed must not cost a render.
  const text = useRef("");
  const field = useRef<{ value: string }>(null);
  const [hasText, setHasText] = useState(false);
  const [left, setLeft] = useState<number>(limits.messageLength);
  const typing = useTypingSignal();
  useEffect(() => () => typing(false), []);

  const take = (words: string) => {
    text.current = words;
    const length = words.trim().length;
    const rest = limits.messageLength - length;
    setHasText(length > 0);
    setLeft(Math.min(rest, warnFrom));
    typing(length > 0);
  };
  const submit = () => {
    const words = text.current.trim();
    if (!words || words.length > limits.messageLength) return;
    chat.send(words);
    take("");
    if (field.current) field.current.value = "";
  };
  return (
    <View className="yw-composer">
      <Button
        className="yw-round yw-attach"
        ariaLabel={texts.picture.attach}
        onClick={() => void choosePictures(chat.sendPictures)}
      >
        <Icon name="picture" />
      </Button>
      <Textarea
        ref={field}
        className="yw-field"
        autoHeight
        fixed
        adjustPosition={false}
        showConfirmBar={false}
        disableDefaultPadding
        maxlength={-1}
        confirmType="send"
        confirmHold
        placeholder={isOnline ? texts.composer.placeholder : texts.composer.offline}
        placeholderClass="yw-placeholder"
        onInput={(event) => take(event.detail.value)}
        onLineChange={footGrew}
        onConfirm={submit}
      />
      {left < warnFrom && (
        <View className={`yw-left${left < 0 ? " yw-is-over" : ""}`}>
          {left < 0 ? texts.composer.over(-left) : texts.composer.left(left)}
        </View>
      )}
      <Button
        className={`yw-round yw-send${hasText && left >= 0 ? "" : " yw-is-idle"}`}
        ariaLabel={texts.composer.send}
        onClick={submit}
      >
        <Icon name="send" />
      </Button>
    </View>
  );
}

/** Lets WeChat ask for the camera or the album; a shopper who chooses nothing or refuses is left in peace. */
async function choosePictures(send: (pictures: ChosenPicture[]) => void): Promise<void> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: mostPictures,
      mediaType: ["image"],
      sourceType: ["album", "camera"],
      sizeType: ["compressed"],
    });
    send(await Promise.all(tempFiles.map(({ tempFilePath }) => measured(tempFilePath))));
  } catch {
    // Cancelled, or no consent: nothing was chosen.
  }
}

/** With its size as it is shown, so that it takes its room at once; phones tell the size before the picture is turned. */
async function measured(path: string): Promise<ChosenPicture> {
  try {
    const { width, height, orientation = "up" } = await Taro.getImageInfo({ src: path });
    const isTurned = /^(left|right)/.test(orientation);
    return isTurned ? { path, width: height, height: width } : { path, width, height };
  } catch {
    return { path };
  }
}
