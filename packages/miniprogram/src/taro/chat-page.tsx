import { View } from "@tarojs/components";
import Taro, { useDidHide, useDidShow, useRouter } from "@tarojs/taro";
import type { Yiwen } from "@yiwen/miniprogram";
import { consultOf } from "@yiwen/miniprogram/view";
import { useEffect, useMemo, useState } from "react";
import type { Chat, ChatState } from "./chat.ts";
import { ChatContext, type ChatPageContext } from "./chat-context.ts";
import { Composer } from "./parts/composer.tsx";
import { ConnectionBanner } from "./parts/connection-banner.tsx";
import { Loading } from "./parts/loading.tsx";
import { PrivacyPopup } from "./parts/privacy-popup.tsx";
import { QueueBanner } from "./parts/queue-banner.tsx";
import { Rating } from "./parts/rating.tsx";
import { Refusal } from "./parts/refusal.tsx";
import { Refused } from "./parts/refused.tsx";
import { StatusBar } from "./parts/status-bar.tsx";
import { type ChatLook, currentSettings } from "./settings.ts";
import { Thread } from "./thread/thread.tsx";
import { useChat } from "./use-chat.ts";
import { useKeyboard } from "./use-keyboard.ts";
import { LanguageContext, useLanguage } from "./use-language.ts";
import { useTheme } from "./use-theme.ts";
import "./styles/index.css";

/** The ready-made page: everything from the first question to the rating. Opens with `?productId=` or `?orderId=`. */
export function ChatPage() {
  const found = useChat();
  const { texts } = useLanguage();
  if (!found) return <View className="yw-page yw-blank">{texts.notSetUp}</View>;
  return <Page chat={found.chat} state={found.state} />;
}

function Page({ chat, state }: { chat: Chat; state: ChatState }) {
  const { shopper, shop } = state;
  const language = useLanguage();
  const keyboard = useKeyboard();
  const theme = useTheme(shop);
  const isShown = useShown();
  const settings = currentSettings();
  const [growth, setGrowth] = useState(0);
  const context = useMemo(() => {
    const footGrew = () => setGrowth((growth) => growth + 1);
    return settings && { ...contextOf(chat, settings.yiwen, settings.look), footGrew };
  }, [chat, settings]);
  useOpening(chat);
  useEffect(() => {
    if (shop?.name) void Taro.setNavigationBarTitle({ title: shop.name });
  }, [shop?.name]);
  if (!context || !settings) return null;

  const { thread, connection } = shopper;
  const summary = thread?.view.summary;
  const isRefused = connection === "refused";
  const isClosed = summary?.floor === "closed";
  const hasContact = settings.look.contactFallback ?? shop?.weapp?.contactFallback ?? false;
  const canNotify = shop?.weapp?.replyTemplateId !== undefined;
  return (
    <LanguageContext.Provider value={language}>
      <ChatContext.Provider value={context}>
        <View className={`yw-page ${theme.className}`} style={`${theme.style};padding-bottom:${keyboard}px`}>
          <View>
            <StatusBar summary={summary} isRefused={isRefused} />
          </View>
          <View>{!isRefused && <ConnectionBanner connection={connection} hasContact={hasContact} />}</View>
          <View>{thread && !isRefused && <QueueBanner thread={thread} canNotify={canNotify} />}</View>
          {isRefused && <Refused code={shopper.refusedBecause} hasContact={hasContact} />}
          {!thread && !isRefused && <Loading shopper={shopper} />}
          {thread && !isRefused && (
            <Thread
              key={thread.view.summary.id}
              state={state}
              thread={thread}
              isShown={isShown}
              room={`${keyboard}/${growth}`}
            />
          )}
          <View>
            <Refusal code={state.refusal ?? shopper.consultError} />
          </View>
          <View className={keyboard > 0 ? "yw-foot yw-is-raised" : "yw-foot"}>
            {summary && isClosed && !isRefused && <Rating summary={summary} />}
            {!isClosed && !isRefused && <Composer key={state.person} isOnline={connection === "online"} />}
          </View>
          <View>{!settings.look.ownPrivacyPopup && <PrivacyPopup yiwen={settings.yiwen} />}</View>
        </View>
      </ChatContext.Provider>
    </LanguageContext.Provider>
  );
}

function contextOf(
  chat: Chat,
  { server, imageUrl }: Yiwen,
  { pages = {} }: ChatLook,
): Omit<ChatPageContext, "footGrew"> {
  return { chat, pages, server, imageUrl };
}

/** Opens the conversation with what the page was opened with. */
function useOpening(chat: Chat): void {
  const { params } = useRouter();
  useEffect(() => {
    const consult = consultOf(params);
    chat.open(consult && { consult });
    return () => chat.typing(false);
  }, [chat]);
}

/** Whether the page is in sight. */
function useShown(): boolean {
  const [isShown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  return isShown;
}
