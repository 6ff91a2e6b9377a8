import { Text, View } from "@tarojs/components";
import { memo } from "react";

export type TextRowProps = {
  from: string;
  /** The day that begins here, as it is called. */
  day?: string;
  /** Who speaks and since when, above the first message of a group. */
  head?: string;
  /** An agent's first letter. */
  face?: string;
  text: string;
};

/**
 * A message that is nothing but text: most lines of a thread. `compileMode` makes it a template of its own, so that a
 * new line costs WeChat some hundred bytes.
 */
export const TextRow = memo(function TextRow({ from, day, head, face, text }: TextRowProps) {
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
      </View>
    </View>
  );
});
