import type { Wx } from "./wx.ts";

/** WeChat's storage as the client wants it: what is set is kept when the app is killed the moment after. */
export type WxStorage = {
  keys(prefix: string): string[];
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
};

/** The app's storage; what it refuses to keep, because it is full or broken, lasts as long as the app runs. */
export function createStorage(wx: Wx): WxStorage {
  const memory = new Map<string, string>();
  const disk = <T>(run: () => T, otherwise: T): T => {
    try {
      return run();
    } catch {
      return otherwise;
    }
  };
  return {
    keys(prefix) {
      const all = [...disk(() => wx.getStorageInfoSync().keys, []), ...memory.keys()];
      return [...new Set(all)].filter((key) => key.startsWith(prefix));
    },
    get(key) {
      const value = memory.get(key) ?? disk(() => wx.getStorageSync(key), "");
      return typeof value === "string" && value ? value : null;
    },
    set(key, value) {
      const isKept = disk(() => {
        wx.setStorageSync(key, value);
        return true;
      }, false);
      if (isKept) memory.delete(key);
      else memory.set(key, value);
    },
    remove(key) {
      memory.delete(key);
      disk(() => wx.removeStorageSync(key), undefined);
    },
  };
}
