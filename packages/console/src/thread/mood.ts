import type { WireEvent } from "@yiwen/shared";

export type MoodPoint = { at: number; score: number; trend: number };

/** The moods read from a thread's events, oldest first, at most the last `limit`. */
export function moodPoints(events: WireEvent[], limit = 30): MoodPoint[] {
  return events
    .flatMap((event) =>
      event.type === "message.understood"
        ? [{ at: event.at, score: event.data.sentiment.score, trend: event.data.trend }]
        : [],
    )
    .slice(-limit);
}

/** An SVG path through values between -1 and 1, left to right, in a box; one value is a short flat line. */
export function moodPath(values: number[], width: number, height: number): string {
  const list = values.length === 1 ? [values[0]!, values[0]!] : values;
  const step = list.length > 1 ? width / (list.length - 1) : 0;
  return list
    .map((value, i) => {
      const clamped = Math.max(-1, Math.min(1, value));
      const y = ((1 - clamped) / 2) * height;
      return `${i === 0 ? "M" : "L"}${(i * step).toFixed(1)} ${y.toFixed(1)}`;
    })
    .join("");
}
