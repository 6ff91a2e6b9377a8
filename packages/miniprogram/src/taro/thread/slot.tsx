import { View } from "@tarojs/components";
import type { Cards } from "@yiwen/miniprogram";
import type { Row } from "@yiwen/miniprogram/view";
import { memo } from "react";
import { slotClass } from "./measure.ts";
import { RowView } from "./row-view.tsx";

/** What a slot without lines is given, always the same, so that it is not made again. */
export const noRows: Row[] = [];
export const noCards: Cards = { products: {}, orders: {} };

type Props = { rows: Row[]; cards: Cards; height?: number };

/** Twenty lines, or the room of those that are put away. It is made once and never moves. */
export const Slot = memo(function Slot({ rows, cards, height }: Props) {
  return (
    <View className={slotClass} style={height && rows.length === 0 ? `height:${height}px` : undefined}>
      {rows.map((row) => (
        <RowView key={row.key} row={row} cards={cards} />
      ))}
    </View>
  );
});
