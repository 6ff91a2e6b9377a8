import { instantAt } from "./instant-at.ts";

const zoneless = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,6})?)?)?$/;
const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** Epoch seconds and milliseconds are told apart by size: 1e11 seconds is the year 5138. */
const firstMilliseconds = 1e11;

/**
 * A time as files write it, in epoch milliseconds: ISO 8601, `2026-11-02 09:30`, epoch seconds or
 * milliseconds. Without a zone it is read on a clock in `zone` ("Asia/Shanghai"). Absent when it is no time.
 */
export function readTime(value: string | number, zone: string): number | undefined {
  const text = String(value).trim();
  if (/^\d{9,14}$/.test(text)) return Number(text) < firstMilliseconds ? Number(text) * 1000 : Number(text);
  if (zoned.test(text)) {
    const at = Date.parse(text);
    return Number.isNaN(at) ? undefined : at;
  }
  const parts = zoneless
    .exec(text)
    ?.slice(1)
    .map((part) => Number(part ?? 0));
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  // Date.UTC takes 31 February for 3 March.
  const real = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return real ? instantAt(at.getTime(), zone) : undefined;
}
