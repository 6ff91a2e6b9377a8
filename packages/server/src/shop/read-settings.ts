import { type ErrorBody, errorBody, type Result, type ShopSettings } from "@yiwen/shared";
import { ShopSettings as Schema } from "@yiwen/shared/schema";
import { Value } from "typebox/value";

/** Settings as a merchant wrote them, completed with the defaults; the first thing that is wrong is named. */
export function readSettings(written: unknown): Result<ShopSettings> {
  const settings: unknown = Value.Default(Schema, structuredClone(written));
  if (!Value.Check(Schema, settings)) {
    const [first] = Value.Errors(Schema, settings);
    return wrong(first?.instancePath ?? "", first?.message ?? "is wrong");
  }
  if (!isTimeZone(settings.hours.timeZone)) return wrong("/hours/timeZone", "is not a time zone such as Asia/Shanghai");
  const backwards = settings.hours.open.findIndex(({ from, to }) => from >= to);
  if (backwards >= 0) return wrong(`/hours/open/${backwards}`, "must begin before it ends");
  if (settings.confidence.offer > settings.confidence.act) return wrong("/confidence/offer", "must not be above act");
  return { ok: true, data: settings };
}

function wrong(path: string, why: string): { ok: false; error: ErrorBody } {
  return { ok: false, error: errorBody("invalid_input", `settings${path} ${why}`, { path }) };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
