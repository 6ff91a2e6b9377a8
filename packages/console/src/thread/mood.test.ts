import type { WireEvent } from "@yiwen/shared";
import { expect, test } from "vitest";
import { moodPath, moodPoints } from "./mood.ts";

test("CO36 the mood line is drawn from the understood events, the latest ones, oldest first", () => {
  const events = [1, 2, 3].map((n) => ({
    type: "message.understood",
    at: n,
    data: { sentiment: { score: n / 10 }, trend: -n / 10 },
  })) as unknown as WireEvent[];
  const other = { type: "message.sent", at: 9 } as unknown as WireEvent;
  expect(moodPoints([...events, other], 2)).toEqual([
    { at: 2, score: 0.2, trend: -0.2 },
    { at: 3, score: 0.3, trend: -0.3 },
  ]);
});

test("CO36 the best mood is at the top of the box, the worst at the bottom, and nothing leaves it", () => {
  expect(moodPath([1, 0, -1], 100, 40)).toBe("M0.0 0.0L50.0 20.0L100.0 40.0");
  expect(moodPath([-5], 100, 40)).toBe("M0.0 40.0L100.0 40.0");
});
