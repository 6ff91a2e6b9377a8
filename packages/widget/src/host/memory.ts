/** What the launcher knows before the chat has loaded: kept from the page before. */
export type LauncherMemory = {
  accent?: string;
  /** Present once this browser has a conversation. */
  unread?: number;
};

const keyOf = (shop: string) => `yiwen:${shop}`;

/** Reads it; a browser that blocks storage knows nothing. */
export function recall(shop: string): LauncherMemory {
  try {
    return JSON.parse(localStorage.getItem(keyOf(shop)) ?? "{}") as LauncherMemory;
  } catch {
    return {};
  }
}

/** Adds to it. */
export function remember(shop: string, more: LauncherMemory): void {
  try {
    localStorage.setItem(keyOf(shop), JSON.stringify({ ...recall(shop), ...more }));
  } catch {
    // Blocked or full storage costs the next page its badge, nothing else.
  }
}
