import { Button, View } from "@tarojs/components";
import type { Choice } from "@yiwen/miniprogram";
import { useChatPage } from "../chat-context.ts";

/** Quick replies under the shop's last word. */
export function Choices({ choices }: { choices: Choice[] }) {
  const { chat } = useChatPage();
  return (
    <View className="yw-choices">
      {choices.map((choice) => (
        <Button key={choice.label} className="yw-choice" onClick={() => chat.choose(choice)}>
          {choice.label}
        </Button>
      ))}
    </View>
  );
}
