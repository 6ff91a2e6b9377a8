import { describe, expect, it } from "vitest";
import {
  keepWindow,
  linesIn,
  mountedSlots,
  newerWindow,
  olderWindow,
  openWindow,
  type Placement,
  place,
  reachOf,
  type SlotWindow,
  slotCount,
  slotSize,
} from "./slots.ts";

const keys = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `m${from + index}`);
const placeOf = ({ offset, keys }: Placement, key: string) => offset + keys.indexOf(key);
const mounted = ({ from, to }: SlotWindow, placement: Placement) =>
  Array.from({ length: to - from + 1 }, (_, index) => linesIn(from + index, placement)).reduce(
    (sum, lines) => sum + lines.to - lines.from,
    0,
  );

describe("places", () => {
  it("MP40 a line stays in its place whatever comes before or after it", () => {
    const first = place(keys(100, 130));
    const newer = place(keys(100, 150), first);
    const older = place(keys(37, 150), newer);
    expect(placeOf(newer, "m129")).toBe(placeOf(first, "m129"));
    expect(placeOf(older, "m100")).toBe(placeOf(first, "m100"));
    expect(placeOf(older, "m149")).toBe(placeOf(newer, "m149"));
  });

  it("MP40 a line that leaves does not move what came before it", () => {
    const first = place(["a", "b", "pending"]);
    const sent = place(["a", "b", "c"], first);
    expect(placeOf(sent, "b")).toBe(placeOf(first, "b"));
    expect(placeOf(sent, "c")).toBe(placeOf(first, "pending"));
  });

  it("MP40 a thousand older lines find room, and two hundred newer ones", () => {
    const first = place(keys(1000, 1030));
    const all = place(keys(0, 1030), first);
    expect(placeOf(all, "m1000")).toBe(placeOf(first, "m1000"));
    const more = place(keys(0, 1230), all);
    expect(placeOf(more, "m1000")).toBe(placeOf(first, "m1000"));
  });

  it("MP40 what no longer fits, and another conversation, is laid anew within the slots", () => {
    const first = place(keys(0, 30));
    const long = place(keys(-1010, 30), first);
    expect(long.offset).toBeGreaterThanOrEqual(0);
    expect(reachOf(long).to).toBeLessThan(slotCount);
    expect(place(keys(500, 520), first).offset).toBe(first.offset);
  });
});

describe("the window", () => {
  it("MP41 opens on the end of the thread, with at least twenty lines where there are so many", () => {
    expect(mounted(openWindow(place(keys(0, 7))), place(keys(0, 7)))).toBe(7);
    for (const length of [20, 33, 50, 200]) {
      const placement = place(keys(0, length));
      const window = openWindow(placement);
      expect(window.to).toBe(reachOf(placement).to);
      expect(mounted(window, placement)).toBeGreaterThanOrEqual(20);
      expect(mounted(window, placement)).toBeLessThan(40);
    }
  });

  it("MP41 never holds more than a hundred lines, up and down a history of a thousand", () => {
    const placement = place(keys(0, 1000));
    let window = openWindow(placement);
    const seen = new Set<number>();
    const walk = (step: typeof olderWindow) => {
      for (let next = step(window, placement); next !== window; next = step(window, placement)) {
        window = next;
        expect(mounted(window, placement)).toBeLessThanOrEqual(mountedSlots * slotSize);
        for (let slot = window.from; slot <= window.to; slot++) seen.add(slot);
      }
    };
    walk(olderWindow);
    expect(window.from).toBe(reachOf(placement).from);
    walk(newerWindow);
    expect(window.to).toBe(reachOf(placement).to);
    expect(seen.size).toBe(50);
  });

  it("MP41 an older page fills one slot more and empties none of the others", () => {
    const before = place(keys(20, 60));
    const window = openWindow(before);
    const now = place(keys(0, 60), before);
    expect(keepWindow(window, before, now, false)).toEqual(window);
    expect(olderWindow(window, now)).toEqual({ from: window.from - 1, to: window.to });
  });

  it("MP41 a reader at the end is taken along, one who reads further up is left there", () => {
    const before = place(keys(0, 200));
    const top = { from: 50, to: 54 };
    const now = place(keys(0, 240), before);
    expect(keepWindow(openWindow(before), before, now, true).to).toBe(reachOf(now).to);
    expect(keepWindow(top, before, now, false)).toEqual(top);
  });

  it("MP41 a thread that begins anew opens at its end", () => {
    const before = place(keys(0, 200));
    const now = place(keys(700, 720), before);
    expect(keepWindow({ from: 50, to: 54 }, before, now, true)).toEqual(openWindow(now));
  });
});
