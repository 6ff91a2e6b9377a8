import { View } from "@tarojs/components";
import type { ShopperState } from "@yiwen/miniprogram";
import { rowsOf } from "@yiwen/miniprogram/view";
import { RowView } from "../thread/row-view.tsx";
import { noCards } from "../thread/slot.tsx";

/** Before the conversation is here: the shape of it, and what was written already. */
export function Loading({ shopper: { pending } }: { shopper: ShopperState }) {
  return (
    <View className="yw-thread-box yw-loading">
      <View className="yw-bone" />
      <View className="yw-bone yw-is-wide" />
      <View className="yw-bone yw-is-own" />
      {rowsOf({ pending }).rows.map((row) => (
        <RowView key={row.key} row={row} cards={noCards} />
      ))}
    </View>
  );
}
