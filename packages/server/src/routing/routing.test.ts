import { describe, expect, test } from "vitest";
import { staffedHours } from "./hours.ts";
import { placeInQueue } from "./queue.ts";

const monday = (hour: number, minute = 0) => Date.UTC(2026, 0, 5, hour - 8, minute);
const weekdays = { timeZone: "Asia/Shanghai", open: [{ day: 1, from: 9 * 60, to: 18 * 60 }] };

describe("hours", () => {
  test("RT1 a shop without hours is always open; one with them is open inside them, in its own time zone", () => {
    expect(staffedHours({ timeZone: "Asia/Shanghai", open: [] }, monday(3))).toEqual({ open: true });
    expect(staffedHours(weekdays, monday(9))).toEqual({ open: true });
    expect(staffedHours(weekdays, monday(17, 59)).open).toBe(true);
    expect(staffedHours(weekdays, monday(18)).open).toBe(false);
  });

  test("RT2 a closed shop says when it opens next", () => {
    expect(staffedHours(weekdays, monday(8, 30))).toEqual({ open: false, opensAt: monday(9) });
    expect(staffedHours(weekdays, monday(20))).toEqual({ open: false, opensAt: monday(9) + 7 * 86_400_000 });
  });
});

describe("queue", () => {
  test("RT3 a place counts those ahead, and guesses no minutes without figures", () => {
    expect(placeInQueue(2, { online: 2 })).toEqual({ ahead: 2 });
    expect(placeInQueue(2, { online: 2, averageHandleMs: 120_000 })).toEqual({ ahead: 2, waitMinutes: 3 });
    expect(placeInQueue(2, { online: 0, averageHandleMs: 120_000 })).toEqual({ ahead: 2 });
  });
});
