import { Button, View } from "@tarojs/components";
import type { Yiwen } from "@yiwen/miniprogram";
import { useEffect, useState } from "react";
import { useLanguage } from "../use-language.ts";

/** WeChat wants to see the id of the button that was tapped. */
const agreeButton = "yw-agree";

type Answer = Parameters<Parameters<Yiwen["privacy"]["onNeeded"]>[0]>[0];

/** Asks for consent when WeChat needs it, before a picture is chosen; stays away where the host asks by itself. */
export function PrivacyPopup({ yiwen }: { yiwen: Yiwen }) {
  const { privacy } = useLanguage().texts;
  const [answer, setAnswer] = useState<{ give: Answer }>();
  useEffect(() => yiwen.privacy.onNeeded((give) => setAnswer({ give })), [yiwen]);
  if (!answer) return null;
  const close = (result: Parameters<Answer>[0]) => {
    answer.give(result);
    setAnswer(undefined);
  };
  return (
    <View className="yw-overlay" catchMove>
      <View className="yw-sheet">
        <View className="yw-sheet-title">{privacy.title}</View>
        <View className="yw-sheet-body">{privacy.body}</View>
        <View className="yw-link" onClick={() => void yiwen.privacy.openContract().catch(() => {})}>
          {privacy.read}
        </View>
        <Button
          id={agreeButton}
          className="yw-button yw-main yw-agree"
          openType="agreePrivacyAuthorization"
          onAgreePrivacyAuthorization={() => close({ event: "agree", buttonId: agreeButton })}
        >
          {privacy.agree}
        </Button>
        <Button className="yw-button yw-plain yw-disagree" onClick={() => close({ event: "disagree" })}>
          {privacy.refuse}
        </Button>
      </View>
    </View>
  );
}
