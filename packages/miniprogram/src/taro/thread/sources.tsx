import { Text, View } from "@tarojs/components";
import type { Source } from "@yiwen/miniprogram";
import { useState } from "react";
import { Icon } from "../parts/icon.tsx";
import { useLanguage } from "../use-language.ts";

/** The passages an answer was read from: titles at a glance, words on demand. */
export function Sources({ sources }: { sources: Source[] }) {
  const { texts } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <View className={`yw-sources${isOpen ? " yw-is-open" : ""}`}>
      <View className="yw-sources-title" onClick={() => setOpen(!isOpen)}>
        <Text className="yw-cut">{`${texts.source(sources.length)} · ${sources[0]?.title}`}</Text>
        <Icon name="down" />
      </View>
      {isOpen &&
        sources.map(({ id, title, quote }) => (
          <View key={id} className="yw-quote">
            {sources.length > 1 && <View className="yw-strong">{title}</View>}
            <Text userSelect>{quote}</Text>
          </View>
        ))}
    </View>
  );
}
