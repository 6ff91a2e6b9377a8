import { getYiwen } from "@yiwen/miniprogram";
import { adoptYiwen, type SetUp, setUpYiwen } from "@yiwen/miniprogram/taro";

declare const getApp: (options?: { allowDefault: boolean }) => { globalData?: { yiwen?: SetUp } } | undefined;

/**
 * Sets the chat up with what a native host says in its `app.js`, as `globalData.yiwen`: `{ server, shop }` at least.
 * A host that uses the core itself has an instance already, which is taken.
 */
export function setUpFromHost(): void {
  const told = getApp({ allowDefault: true })?.globalData?.yiwen;
  if (told?.server && told.shop) {
    // Also where it names nobody any more: that is how such a host signs out.
    setUpYiwen({ ...told, identity: told.identity });
    return;
  }
  const yiwen = getYiwen();
  if (yiwen) adoptYiwen(yiwen, told);
}
