import Taro from "@tarojs/taro";

/** The id of a slot's element. */
export function slotId(slot: number): string {
  return `yw-slot-${slot}`;
}

/** The id of the element that scrolls. */
export const threadId = "yw-thread";

type Rect = { id: string; height: number };

/** The heights of slots, in CSS pixels, by slot. */
export async function measureSlots(slots: number[]): Promise<Record<number, number>> {
  const selector = slots.map((slot) => `#${slotId(slot)}`).join(",");
  const rects = await measured(selector);
  return Object.fromEntries(rects.map(({ id, height }) => [Number(id.slice(slotId(0).length - 1)), height]));
}

/** The height that is in sight, in CSS pixels; 0 where it can't be told. */
export async function measureThread(): Promise<number> {
  const [thread] = await measured(`#${threadId}`);
  return thread?.height ?? 0;
}

function measured(selector: string): Promise<Rect[]> {
  return new Promise((answer) => {
    Taro.createSelectorQuery()
      .selectAll(selector)
      .boundingClientRect((rects) => answer((rects as unknown as Rect[] | null) ?? []))
      .exec();
  });
}
