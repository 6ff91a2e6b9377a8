import Taro from "@tarojs/taro";
import { useEffect, useState } from "react";

/** A value that is kept on this phone and shown wherever it is used. */
export type Store<T> = { get(): T; set(value: T): void; use(): T };

/** Keeps a value under a key of the storage. */
export function createStore<T>(key: string, empty: T): Store<T> {
  const listeners = new Set<(value: T) => void>();
  const get = () => Taro.getStorageSync<T | "">(key) || empty;
  return {
    get,
    set(value) {
      Taro.setStorageSync(key, value);
      for (const listener of listeners) listener(value);
    },
    use() {
      const [value, setValue] = useState<T>(get);
      useEffect(() => {
        listeners.add(setValue);
        return () => {
          listeners.delete(setValue);
        };
      }, []);
      return value;
    },
  };
}
