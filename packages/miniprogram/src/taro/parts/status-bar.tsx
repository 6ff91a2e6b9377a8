import { Button, Text, View } from "@tarojs/components";
import type { Summary } from "@yiwen/miniprogram";
import type { Texts } from "@yiwen/miniprogram/view";
import { useChatPage } from "../chat-context.ts";
import { useLanguage } from "../use-language.ts";
import { Icon } from "./icon.tsx";

/** Who is there, and the way to a human; the shop's name stands in WeChat's own bar above. */
export function StatusBar({ summary, isRefused }: { summary?: Summary; isRefused: boolean }) {
  const { texts } = useLanguage();
  const { chat } = useChatPage();
  if (isRefused) return null;
  return (
    <View className="yw-status">
      <View className={`yw-presence yw-is-${summary?.floor ?? "loading"}`} />
      <Text className="yw-status-text">{summary ? statusText(texts.status, summary) : texts.loading}</Text>
      {summary?.floor === "bot" && (
        <Button className="yw-button yw-plain yw-ask-agent" onClick={chat.requestHandoff}>
          <Icon name="agent" />
          {texts.askForAgent}
        </Button>
      )}
    </View>
  );
}

function statusText(status: Texts["status"], { floor, agent, queue }: Summary): string {
  if (floor === "human" && agent) return status.human(agent.name);
  if (floor === "queued") return queue?.staffed && !queue.timedOut ? status.queued : status.away;
  return floor === "closed" ? status.closed : status.bot;
}
