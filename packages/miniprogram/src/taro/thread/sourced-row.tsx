import { Text, View } from "@tarojs/components";
import type { TextRowProps } from "./text-row.tsx";

type Props = TextRowProps & {
  /** Where it was read. */
  title: string;
  onOpen(): void;
};

/** An answer with the title of what it was read from, which nobody has opened yet: a template of its own, as `TextRow`. */
export function SourcedRow({ from, day, head, face, text, title, onOpen }: Props) {
  return (
    <View compileMode className={`yw-row yw-from-${from}`}>
      {!!day && <View className="yw-day">{day}</View>}
      {!!head && (
        <View className="yw-head">
          <View className="yw-avatar">{face}</View>
          <Text>{head}</Text>
        </View>
      )}
      <View className="yw-bubble">
        <Text userSelect>{text}</Text>
        <View className="yw-sources yw-sources-title" onClick={onOpen}>
          <Text className="yw-cut">{title}</Text>
          <View className="yw-icon yw-icon-down" />
        </View>
      </View>
    </View>
  );
}
