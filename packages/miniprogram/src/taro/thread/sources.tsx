import { Text, View } from "@tarojs/components";
import type { Source } from "@yiwen/miniprogram";
import type { Texts } from "@yiwen/miniprogram/view";
import { Icon } from "../parts/icon.tsx";
import { useLanguage } from "../use-language.ts";

/** Whether the passages of an answer are opened, and how that is changed. */
export type Opening = { isOpen: boolean; toggle(): void };

/** The passages an answer was read from: titles at a glance, words on demand. */
export function Sources({ sources, opening: { isOpen, toggle } }: { sources: Source[]; opening: Opening }) {
  const { texts } = useLanguage();
  return (
    <View className={`yw-sources${isOpen ? " yw-is-open" : ""}`}>
      <View className="yw-sources-title" onClick={toggle}>
        <Text className="yw-cut">{sourcesTitle(texts, sources)}</Text>
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

/** What stands under an answer: that it was read somewhere, and where. */
export function sourcesTitle(texts: Texts, sources: Source[]): string {
  return `${texts.source(sources.length)} · ${sources[0]?.title}`;
}
