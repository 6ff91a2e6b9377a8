import type { Answer } from "./answer.ts";

const prefix = "wx:";

/** `wx`'s storage; stays over a cold start. */
export function createStorage(answer: Answer) {
  const get = (key: string) => {
    const text = localStorage.getItem(prefix + key);
    return text === null ? "" : JSON.parse(text);
  };
  const set = (key: string, data: unknown) => localStorage.setItem(prefix + key, JSON.stringify(data));
  const remove = (key: string) => localStorage.removeItem(prefix + key);
  const info = () => {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return { keys: keys.map((key) => key.slice(prefix.length)), currentSize: 1, limitSize: 10240 };
  };
  return {
    getStorageSync: get,
    setStorageSync: set,
    removeStorageSync: remove,
    getStorageInfoSync: info,
    clearStorageSync: () => localStorage.clear(),
    getStorage: answer("getStorage", ({ key }) => {
      if (localStorage.getItem(prefix + String(key)) === null) throw new Error("data not found");
      return { data: get(String(key)) };
    }),
    setStorage: answer("setStorage", ({ key, data }) => {
      set(String(key), data);
      return {};
    }),
    removeStorage: answer("removeStorage", ({ key }) => {
      remove(String(key));
      return {};
    }),
    getStorageInfo: answer("getStorageInfo", info),
  };
}
