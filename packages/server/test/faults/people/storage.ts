import type { ClientStorage } from "@yiwen/shared";

/** What a browser keeps over a reload, shared by its tabs. */
export type Disk = Map<string, string>;

/** A tab's hold on it; what is dead neither reads nor writes any more. */
export function storageOn(disk: Disk, isDead: () => boolean): ClientStorage {
  const alive = () => {
    if (isDead()) throw new Error("the tab is gone");
  };
  return {
    keys(prefix) {
      alive();
      return [...disk.keys()].filter((key) => key.startsWith(prefix));
    },
    get(key) {
      alive();
      return disk.get(key) ?? null;
    },
    set(key, value) {
      alive();
      disk.set(key, value);
    },
    remove(key) {
      alive();
      disk.delete(key);
    },
  };
}
