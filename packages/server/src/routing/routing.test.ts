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

  test("RT2 it opens by the clock on its wall, also where clocks are put on or back before that", () => {
    const sunday = { timeZone: "America/New_York", open: [{ day: 0, from: 9 * 60, to: 18 * 60 }] };
    const opening = (asked: string) => new Date(staffedHours(sunday, Date.parse(asked)).opensAt ?? 0).toISOString();
    expect(opening("2026-03-07T20:00-05:00")).toBe("2026-03-08T13:00:00.000Z");
    expect(opening("2026-10-31T20:00-04:00")).toBe("2026-11-01T14:00:00.000Z");
    expect(opening("2026-03-08T18:00-04:00")).toBe("2026-03-15T13:00:00.000Z");
    expect(staffedHours(sunday, Date.parse("2026-03-08T09:00-04:00")).open).toBe(true);
  });

  test("RT1 hours in a time zone that this machine doesn't know are by UTC", () => {
    const nowhere = { timeZone: "Asia/Nowhere", open: [{ day: 1, from: 60, to: 120 }] };
    expect(staffedHours(nowhere, Date.UTC(2026, 0, 5, 1)).open).toBe(true);
  });
});

describe("queue", () => {
  test("RT3 a place counts those ahead, and guesses no minutes without figures", () => {
    expect(placeInQueue(2, { online: 2 })).toEqual({ ahead: 2 });
    expect(placeInQueue(2, { online: 2, averageHandleMs: 120_000 })).toEqual({ ahead: 2, waitMinutes: 3 });
    expect(placeInQueue(2, { online: 0, averageHandleMs: 120_000 })).toEqual({ ahead: 2 });
  });
});
