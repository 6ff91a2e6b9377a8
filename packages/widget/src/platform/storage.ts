/** A browser's storage answers at once, so it is one of the client's kinds of storage. */
export type BrowserStorage = {
  keys(prefix: string): string[];
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
};

/** localStorage where the browser allows it; otherwise a storage that lasts as long as the page. */
export function createStorage(): BrowserStorage {
  const memory = new Map<string, string>();
  const disk = usableDisk();
  return {
    keys(prefix) {
      const all = disk ? Array.from({ length: disk.length }, (_, index) => disk.key(index) ?? "") : [];
      return [...new Set([...all, ...memory.keys()])].filter((key) => key.startsWith(prefix));
    },
    get: (key) => memory.get(key) ?? disk?.getItem(key) ?? null,
    set(key, value) {
      try {
        if (!disk) throw new Error("blocked");
        disk.setItem(key, value);
        memory.delete(key);
      } catch {
        memory.set(key, value);
      }
    },
    remove(key) {
      memory.delete(key);
      disk?.removeItem(key);
    },
  };
}

/** Reading `localStorage` itself throws where cookies are blocked. */
function usableDisk(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
