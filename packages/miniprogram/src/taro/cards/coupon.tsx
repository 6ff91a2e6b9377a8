import { Button, Text, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { Icon } from "../parts/icon.tsx";
import { useLanguage } from "../use-language.ts";

/** A coupon the bot granted, with its code to copy. */
export function Coupon({ code, label }: { code: string; label: string }) {
  const { coupon } = useLanguage().texts;
  // WeChat itself says that it was copied.
  const copy = () => void Taro.setClipboardData({ data: code });
  return (
    <View className="yw-coupon">
      <Icon name="ticket" />
      <View className="yw-card-body">
        <View className="yw-card-label">{coupon.title}</View>
        <View className="yw-card-title">{label}</View>
        <Text className="yw-code" userSelect>
          {code}
        </Text>
      </View>
      <Button className="yw-button yw-soft" onClick={copy}>
        {coupon.copy}
      </Button>
    </View>
  );
}
