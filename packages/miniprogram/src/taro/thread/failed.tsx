import { Text, View } from "@tarojs/components";
import { errorText, type Row } from "@yiwen/miniprogram/view";
import { useChatPage } from "../chat-context.ts";
import { Icon } from "../parts/icon.tsx";
import { useLanguage } from "../use-language.ts";

type Failure = NonNullable<Extract<Row, { kind: "message" }>["failure"]>;

/** Why a message was not sent, and what can be done about it. */
export function Failed({ id, failure }: { id: string; failure: Failure }) {
  const { texts } = useLanguage();
  const { chat } = useChatPage();
  return (
    <View className="yw-failed">
      <Icon name="alert" />
      <Text>
        {texts.message.failed}
        {failure !== "unknown" && errorText(texts, failure)}
      </Text>
      <Text className="yw-link yw-retry" onClick={() => chat.retry(id)}>
        {texts.message.retry}
      </Text>
      <Text className="yw-link yw-discard" onClick={() => chat.discard(id)}>
        {texts.message.discard}
      </Text>
    </View>
  );
}
