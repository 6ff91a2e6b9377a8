import { Button, View } from "@tarojs/components";
import { useEffect, useState } from "react";
import { useChatPage } from "../chat-context.ts";
import { useLanguage } from "../use-language.ts";
import { Icon } from "./icon.tsx";

/** Offers that WeChat tells of the reply; WeChat lets this be asked only inside a tap. */
export function NotifyButton() {
  const { texts } = useLanguage();
  const { chat } = useChatPage();
  const [willNotify, setWillNotify] = useState(chat.state.willNotify);
  useEffect(() => chat.subscribe((state) => setWillNotify(state.willNotify)), [chat]);
  if (willNotify) return <View className="yw-notified">{texts.notify.on}</View>;
  return (
    <Button className="yw-button yw-plain yw-notify" onClick={chat.askToNotify}>
      <Icon name="bell" />
      {texts.notify.ask}
    </Button>
  );
}
