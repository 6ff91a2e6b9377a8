import { Button, View } from "@tarojs/components";
import type { ErrorCode } from "@yiwen/miniprogram";
import { errorText } from "@yiwen/miniprogram/view";
import { useChatPage } from "../chat-context.ts";
import { useLanguage } from "../use-language.ts";
import { ContactButton } from "./contact-button.tsx";
import { Icon } from "./icon.tsx";

/** The server will not have us: what is wrong in plain words, one more try, and WeChat's own customer service. */
export function Refused({ code, hasContact }: { code: ErrorCode | undefined; hasContact: boolean }) {
  const { texts } = useLanguage();
  const { chat } = useChatPage();
  return (
    <View className="yw-blank">
      <Icon name="alert" />
      <View className="yw-blank-title">{texts.refused.title}</View>
      <View className="yw-blank-body">{errorText(texts, code)}</View>
      <Button className="yw-button yw-soft yw-again" onClick={() => chat.open()}>
        {texts.refused.reload}
      </Button>
      {hasContact && <ContactButton />}
    </View>
  );
}
