/** Who waits in a shop, the longest first. */
export type Waiting = { conversation: string; since: number };

/** How many wait ahead, and about how many minutes that takes; no guess without figures. */
export function placeInQueue(
  queue: Waiting[],
  conversation: string,
  pace: { averageHandleMs?: number; online: number },
): { ahead: number; waitMinutes?: number } | undefined {
  const ahead = queue.findIndex((waiting) => waiting.conversation === conversation);
  if (ahead < 0) return undefined;
  if (!pace.averageHandleMs || pace.online === 0) return { ahead };
  const waitMinutes = Math.max(1, Math.ceil(((ahead + 1) * pace.averageHandleMs) / pace.online / 60_000));
  return { ahead, waitMinutes };
}
