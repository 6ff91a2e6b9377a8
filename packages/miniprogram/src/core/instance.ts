import type { Yiwen } from "./yiwen.ts";

declare const getApp: ((options: { allowDefault: boolean }) => Record<string, unknown> | undefined) | undefined;

/** Where the instance hangs on the app, for copies of this code in the main package and in a subpackage to find. */
const place = "$yiwen";

const fallback: Record<string, unknown> = {};

/** The app's one instance; `undefined` before `createYiwen`, and after its `close`. */
export function getYiwen(): Yiwen | undefined {
  return (app()[place] ?? fallback[place]) as Yiwen | undefined;
}

/** Makes `yiwen` the app's one instance. */
export function setYiwen(yiwen: Yiwen | undefined): void {
  fallback[place] = yiwen;
  app()[place] = yiwen;
}

/** Before `App()` has run WeChat answers an object that it makes part of the app later. */
function app(): Record<string, unknown> {
  try {
    return (typeof getApp === "function" && getApp({ allowDefault: true })) || fallback;
  } catch {
    return fallback;
  }
}
