import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import "./empty.css";

type Props = { title: string; hint?: string; children?: ReactNode };

/** A page that has nothing to list: a sentence, a hint, what to do. */
export function Empty({ title, hint, children }: Props) {
  return (
    <View className="empty">
      <View className="empty-flower" />
      <View className="empty-title">{title}</View>
      {hint && <View className="empty-hint">{hint}</View>}
      {children && <View className="empty-actions">{children}</View>}
    </View>
  );
}
