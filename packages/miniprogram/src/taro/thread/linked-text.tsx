import { Text } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { linkify } from "@yiwen/miniprogram/view";
import { useLanguage } from "../use-language.ts";

/** A message's words; a mini-program may not open web pages of others, so a link is copied instead. */
export function LinkedText({ text }: { text: string }) {
  const { texts } = useLanguage();
  const copy = async (href: string) => {
    await Taro.setClipboardData({ data: href });
    await Taro.showToast({ title: texts.linkCopied, icon: "none" });
  };
  return (
    <Text userSelect>
      {linkify(text).map(({ text, href }, index) =>
        href ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a message never move
          <Text key={index} className="yw-href" onClick={() => void copy(href)}>
            {text}
          </Text>
        ) : (
          text
        ),
      )}
    </Text>
  );
}
