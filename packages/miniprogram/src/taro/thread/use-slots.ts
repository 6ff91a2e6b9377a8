import {
  keepWindow,
  newerWindow,
  olderWindow,
  openWindow,
  type Placement,
  place,
  type Row,
  reachOf,
  type SlotWindow,
} from "@yiwen/miniprogram/view";
import { useRef, useState } from "react";
import { measureSlots } from "./measure.ts";

export type Slots = {
  placement: Placement;
  window: SlotWindow;
  /** Heights of the slots whose lines are put away, in CSS pixels, so that nothing moves. */
  heights: Record<number, number>;
  /** There are lines above the window, or below it, that the page has already. */
  hasMoreAbove: boolean;
  hasMoreBelow: boolean;
  older(): Promise<void>;
  newer(): Promise<void>;
  /** Goes to the end of the thread. */
  toEnd(): void;
};

type Self = { placement: Placement; window: SlotWindow; heights: Record<number, number>; isMoving: boolean };

/** Which lines are mounted, and where. `isAtEnd` says that the reader follows what is new. */
export function useSlots(rows: Row[], isAtEnd: boolean): Slots {
  const [, setVersion] = useState(0);
  const ref = useRef<Self>();
  const keys = rows.map((row) => row.key);
  ref.current = next(ref.current, keys, isAtEnd);
  const self = ref.current;
  const reach = reachOf(self.placement);

  // What leaves the window leaves its height behind.
  const move = async (to: (window: SlotWindow, placement: Placement) => SlotWindow) => {
    if (self.isMoving) return;
    self.isMoving = true;
    const window = to(self.window, self.placement);
    if (window.from > self.window.from || window.to < self.window.to) {
      const heights = await measureSlots();
      for (const slot of slotsOf(self.window)) self.heights[slot] = heights[slot] ?? 0;
    }
    self.window = to(self.window, self.placement);
    self.isMoving = false;
    setVersion((version) => version + 1);
  };
  return {
    placement: self.placement,
    window: self.window,
    heights: self.heights,
    hasMoreAbove: self.window.from > reach.from,
    hasMoreBelow: self.window.to < reach.to,
    older: () => move(olderWindow),
    newer: () => move(newerWindow),
    toEnd() {
      if (self.window.to >= reach.to) return;
      self.window = openWindow(self.placement);
      setVersion((version) => version + 1);
    },
  };
}

function next(before: Self | undefined, keys: string[], isAtEnd: boolean): Self {
  const placement = place(keys, before?.placement);
  if (!before) return { placement, window: openWindow(placement), heights: {}, isMoving: false };
  const hasMoved = placement.offset > before.placement.offset;
  if (hasMoved) before.heights = {};
  before.window = keepWindow(before.window, before.placement, placement, isAtEnd);
  before.placement = placement;
  return before;
}

function slotsOf({ from, to }: SlotWindow): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** CSS pixels of put-away lines above and below what is mounted. */
export function gapsOf({ heights, window }: Slots): { above: number; below: number } {
  const sum = (isThere: (slot: number) => boolean) =>
    Object.entries(heights).reduce((total, [slot, height]) => total + (isThere(Number(slot)) ? height : 0), 0);
  return { above: sum((slot) => slot < window.from), below: sum((slot) => slot > window.to) };
}
