import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import type { ConnectionState } from "@yiwen/miniprogram";
import { useEffect, useState } from "react";
import { useLanguage } from "../use-language.ts";
import { ContactButton } from "./contact-button.tsx";
import { Icon } from "./icon.tsx";

/** A blip shorter than this is nobody's business. Milliseconds. */
const patienceMs = 800;
/** After so long without a connection WeChat's own customer service is offered, if the shop has it. Milliseconds. */
const contactAfterMs = 8000;

/** Says that the connection is gone, once it has been gone for a moment; then how else the shop can be reached. */
export function ConnectionBanner({ connection, hasContact }: { connection: ConnectionState; hasContact: boolean }) {
  const { texts } = useLanguage();
  const [lostFor, setLostFor] = useState(0);
  const [hasNetwork, setHasNetwork] = useState(true);
  const isLost = connection === "connecting" || connection === "offline";
  useEffect(() => {
    setLostFor(0);
    if (!isLost) return undefined;
    const timers = [patienceMs, contactAfterMs].map((ms) => setTimeout(() => setLostFor(ms), ms));
    Taro.getNetworkType({ success: ({ networkType }) => setHasNetwork(networkType !== "none") });
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [isLost]);
  if (!isLost || lostFor === 0) return null;
  return (
    <View className="yw-banner yw-connection">
      <Icon name="offline" />
      <View className="yw-banner-body">{hasNetwork ? texts.connection.connecting : texts.connection.offline}</View>
      {hasContact && lostFor >= contactAfterMs && <ContactButton />}
    </View>
  );
}
