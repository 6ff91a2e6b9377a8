import type { ClientStorage } from "@yiwen/shared";

/** Where the console keeps what must survive a reload: settings, drafts, unsent messages. */
export type LocalStorage = {
  keys(prefix: string): string[];
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** Called when another tab of this browser changed a value. */
  onOther(key: string, changed: (value: string | null) => void): void;
};

/** The browser's storage under a prefix; in memory where there is none (`null`) or it refuses (private windows, full disks). */
export function createStorage(prefix: string, store = browserStore()): LocalStorage & ClientStorage {
  const memory = new Map<string, string>();
  const guarded = <T>(run: (store: Storage) => T, otherwise: T): T => {
    try {
      return store ? run(store) : otherwise;
    } catch {
      return otherwise;
    }
  };
  return {
    onOther(key, changed) {
      globalThis.addEventListener?.("storage", (event) => {
        if (event.storageArea === store && event.key === prefix + key) changed(event.newValue);
      });
    },
    keys: (start) => {
      const stored = guarded((s) => Array.from({ length: s.length }, (_, i) => s.key(i) ?? ""), []);
      const names = new Set([...stored.filter((k) => k.startsWith(prefix)), ...memory.keys()]);
      return [...names].map((name) => name.slice(prefix.length)).filter((name) => name.startsWith(start));
    },
    get: (key) => memory.get(prefix + key) ?? guarded((s) => s.getItem(prefix + key), null),
    set: (key, value) => {
      const stored = guarded((s) => {
        s.setItem(prefix + key, value);
        return true;
      }, false);
      if (stored) memory.delete(prefix + key);
      else memory.set(prefix + key, value);
    },
    remove: (key) => {
      memory.delete(prefix + key);
      guarded((s) => s.removeItem(prefix + key), undefined);
    },
  };
}

function browserStore(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
