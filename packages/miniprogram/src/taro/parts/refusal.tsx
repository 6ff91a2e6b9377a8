import { View } from "@tarojs/components";
import type { ErrorCode } from "@yiwen/miniprogram";
import { errorText } from "@yiwen/miniprogram/view";
import { useLanguage } from "../use-language.ts";
import { Icon } from "./icon.tsx";

/** Why the last tap did nothing, or why the product asked about is not here. */
export function Refusal({ code }: { code: ErrorCode | undefined }) {
  const { texts } = useLanguage();
  if (!code) return null;
  return (
    <View className="yw-refusal">
      <Icon name="alert" />
      <View>{errorText(texts, code)}</View>
    </View>
  );
}
