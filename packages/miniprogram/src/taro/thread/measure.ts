import Taro from "@tarojs/taro";

/** The classes by which the page's parts are found again; the slots stand in their order. */
export const threadClass = "yw-thread";
export const slotClass = "yw-slot";

/** The heights of all slots, in CSS pixels, from the first to the last. */
export function measureSlots(): Promise<number[]> {
  return heightsOf(`.${slotClass}`);
}

/** The height that is in sight, in CSS pixels; 0 where it can't be told. */
export async function measureThread(): Promise<number> {
  const [height = 0] = await heightsOf(`.${threadClass}`);
  return height;
}

function heightsOf(selector: string): Promise<number[]> {
  return new Promise((answer) => {
    Taro.createSelectorQuery()
      .selectAll(selector)
      .boundingClientRect((rects) => {
        const found = (rects as unknown as { height: number }[] | null) ?? [];
        answer(found.map(({ height }) => height));
      })
      .exec();
  });
}
